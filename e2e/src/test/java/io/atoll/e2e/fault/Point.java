package io.atoll.e2e.fault;

import io.atoll.e2e.suite.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One thing that is killed during one change. */
record Point(int number, Action action, Victim victim, Moment moment) {
    private static final List<Member> OFTEN =
            List.of(Member.PROVISIONER, Member.REGISTRY, Member.POSTGRES, Member.KAFKA);

    /**
     * So many points, in rounds of fifteen: each member of the suite at least once, those that hold
     * state twice, and the cluster's own broker twice; every change equally often.
     *
     * @param others further things to kill, once a round
     */
    static List<Point> deck(long seed, int count, List<Victim> others) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        while (points.size() < count) {
            for (var victim : shuffled(others, random)) {
                var number = points.size();
                var action = Action.values()[number % Action.values().length];
                var moment = Moment.values()[random.nextInt(Moment.values().length)];
                points.add(new Point(number, action, victim, moment));
            }
        }
        return points.subList(0, count);
    }

    private static List<Victim> shuffled(List<Victim> others, Random random) {
        var victims = new ArrayList<>(others);
        for (var member : Member.values()) {
            victims.add(new Victim.Part(member));
        }
        OFTEN.forEach(member -> victims.add(new Victim.Part(member)));
        victims.addAll(List.of(new Victim.Broker(), new Victim.Broker()));
        victims.add(new Victim.Part(Member.PROVISIONER));
        Collections.shuffle(victims, random);
        return victims;
    }

    @Override
    public String toString() {
        return number + ": " + victim + " killed " + moment + " of " + action;
    }
}
