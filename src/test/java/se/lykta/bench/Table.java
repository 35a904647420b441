package se.lykta.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in plain ASCII: the first column to the left, the others to the right. Used by one thread. */
final class Table {

    private static final String GAP = "  ";

    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... header) {
        this.title = title;
        rows.add(List.of(header));
    }

    /** Adds a row: texts stand as they are, numbers get three digits. */
    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? Numbers.of(number) : String.valueOf(cell));
        }
        if (row.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("a row of " + row.size() + " cells in '" + title + "'");
        }
        rows.add(row);
        return this;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title));
        int[] widths = widths();
        for (List<String> row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 2) {
                lines.add("-".repeat(lines.get(1).length()));
            }
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            line.append(column == 0 ? row.get(column) + padding : GAP + padding + row.get(column));
        }
        return line.toString();
    }
}
