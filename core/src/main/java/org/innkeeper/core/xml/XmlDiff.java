package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.List;

/** The difference of two documents, line by line over their canonical form. */
public final class XmlDiff {
    /** Beyond that many pairs of lines the changed part is shown as a whole, not line by line. */
    private static final long MOST_PAIRS = 4_000_000;

    private XmlDiff() {}

    /** What became of a line. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * One line of a difference.
     *
     * @param change what became of it
     * @param text the line of the canonical form, with its indent
     */
    public record Line(Change change, String text) {}

    /** All lines of both elements in order; a changed line is a removed one and an added one. */
    public static List<Line> lines(XmlElement before, XmlElement after) {
        return lines(
                CanonicalXml.of(before).lines().toList(),
                CanonicalXml.of(after).lines().toList());
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, start).forEach(text -> lines.add(new Line(Change.SAME, text)));
        List<String> removed = before.subList(start, before.size() - end);
        List<String> added = after.subList(start, after.size() - end);
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            removed.forEach(text -> lines.add(new Line(Change.REMOVED, text)));
            added.forEach(text -> lines.add(new Line(Change.ADDED, text)));
        } else {
            align(removed, added, lines);
        }
        before.subList(before.size() - end, before.size()).forEach(text -> lines.add(new Line(Change.SAME, text)));
        return lines;
    }

    /** By the longest common subsequence: common[i][j] is its length behind the lines i and j. */
    private static void align(List<String> before, List<String> after, List<Line> lines) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Change.SAME, before.get(i)));
                i++;
                j++;
            } else if (j == after.size() || both && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Change.REMOVED, before.get(i)));
                i++;
            } else {
                lines.add(new Line(Change.ADDED, after.get(j)));
                j++;
            }
        }
    }
}
