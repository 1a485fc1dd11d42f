package io.atoll.kit.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant by a name that is not there. */
public final class NearNames {

    private static final int MOST = 3;

    /** No name of ours is longer; what is, is compared with none. */
    private static final int LONGEST = 255;

    private record Near(String name, int distance) {}

    /**
     * At most three of {@code known}, nearest first. A name is near if at most a third of the
     * longer one has to be typed anew, letter case aside.
     */
    public static List<String> of(String wanted, Collection<String> known) {
        return known.stream()
                .filter(name -> mayBeNear(wanted, name))
                .map(name -> new Near(name, distance(fold(wanted), fold(name))))
                .filter(near -> near.distance <= reach(wanted, near.name))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** Each character more has to be typed: so much is known without comparing. */
    private static boolean mayBeNear(String wanted, String name) {
        return wanted.length() <= LONGEST
                && Math.abs(wanted.length() - name.length()) <= reach(wanted, name);
    }

    private static int reach(String wanted, String name) {
        return Math.max(1, Math.max(wanted.length(), name.length()) / 3);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment: insert, delete, replace, and swap of neighbours each cost one. */
    static int distance(String a, String b) {
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private NearNames() {}
}
