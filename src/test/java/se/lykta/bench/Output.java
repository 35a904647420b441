package se.lykta.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run prints: progress and tables at once, and at its end the figures, one line {@code figure NAME VALUE} each.
 *
 * <p>Used by one thread.
 */
final class Output {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final List<String> figures = new ArrayList<>();

    Output(PrintStream out) {
        this.out = out;
    }

    /** A line of what is being done, with the seconds since the start. */
    void step(String format, Object... arguments) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - start) / 1e9, text(format, arguments));
        out.flush();
    }

    /** A line. */
    void line(String format, Object... arguments) {
        out.println(text(format, arguments));
        out.flush();
    }

    /** A table with an empty line before and after it. */
    void table(Table table) {
        out.println();
        table.lines().forEach(out::println);
        out.println();
        out.flush();
    }

    /** Notes a figure for the end; one that could not be measured is left out. */
    void figure(String name, double value) {
        if (Double.isFinite(value)) {
            figures.add("figure " + name + " " + Numbers.figure(value));
        }
    }

    /** Prints the figures; nothing comes after them. */
    void end() {
        figures.forEach(out::println);
        out.flush();
    }

    private static String text(String format, Object... arguments) {
        return arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    }
}
