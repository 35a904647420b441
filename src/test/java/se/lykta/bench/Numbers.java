package se.lykta.bench;

import java.util.Locale;

/** Numbers as tables and figures show them. */
final class Numbers {

    private static final String NOTHING = "-";

    private Numbers() {}

    /** Three or more significant digits, never an exponent; a dash for what is not a number. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The same with one digit more, for a program that reads it. */
    static String figure(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
