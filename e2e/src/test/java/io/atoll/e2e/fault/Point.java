package io.atoll.e2e.fault;

import io.atoll.e2e.suite.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One thing that is killed during one change.
 *
 * @param victim empty: a node of the cluster itself
 */
record Point(int number, Action action, Optional<Member> victim, Moment moment) {
    private static final List<Member> OFTEN =
            List.of(Member.PROVISIONER, Member.REGISTRY, Member.POSTGRES, Member.KAFKA);

    /**
     * Fifteen points: each member of the suite at least once, those that hold state twice, and the
     * cluster's own broker; every change three times.
     */
    static List<Point> deck(long seed) {
        var random = new Random(seed);
        var victims = new ArrayList<Optional<Member>>();
        for (var member : Member.values()) {
            victims.add(Optional.of(member));
        }
        OFTEN.forEach(member -> victims.add(Optional.of(member)));
        victims.addAll(List.of(Optional.empty(), Optional.empty()));
        victims.add(Optional.of(Member.PROVISIONER));
        Collections.shuffle(victims, random);
        var points = new ArrayList<Point>();
        for (var victim : victims) {
            var number = points.size();
            var action = Action.values()[number % Action.values().length];
            var moment = Moment.values()[random.nextInt(Moment.values().length)];
            points.add(new Point(number, action, victim, moment));
        }
        return points;
    }

    @Override
    public String toString() {
        return number + ": " + name() + " killed " + moment + " of " + action;
    }

    private String name() {
        return victim.map(Member::name).orElse("BROKER");
    }
}
