package se.lykta.hotspot.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.lykta.http.QueryParameters;

/** Reads parameters that are several numbers, such as {@code 500,1000}. */
final class NumberList {

    private NumberList() {}

    /** The numbers from {@code least} to {@code most}; empty if the parameter is absent. */
    static List<Double> read(QueryParameters parameters, String name, double least, double most) {
        return parameters.list(
                name, text -> parse(text, least, most), "a number %s..%s".formatted(plain(least), plain(most)));
    }

    private static Optional<Double> parse(String text, double least, double most) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number as one would write it: 500, not 500.0. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
