package se.lykta.hotspot.file;

import java.util.regex.Pattern;

/** Decimal numbers of a file; the JDK would also read {@code 0x1p3}, {@code 1d} and {@code NaN}. */
final class Decimal {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private Decimal() {}

    /** The finite number that a text tells, else NaN. */
    static double parse(String text) {
        double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isInfinite(number) ? Double.NaN : number;
    }
}
