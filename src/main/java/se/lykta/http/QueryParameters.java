package se.lykta.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of one request, read strictly: an unknown, repeated or malformed one is a fault.
 *
 * <p>Faults are collected, so that a caller hears of all at once: read every parameter, then call {@link #check()}. Used
 * by one thread.
 */
public final class QueryParameters {

    private final Map<String, List<String>> given;
    private final List<Fault> faults = new ArrayList<>();

    private QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The parameters of a request, of which only the named ones are allowed. */
    public static QueryParameters of(Context context, String... allowed) {
        return of(context.queryParamMap(), allowed);
    }

    /** The same for parameters that are at hand. */
    public static QueryParameters of(Map<String, List<String>> given, String... allowed) {
        List<String> known = Arrays.asList(allowed);
        Map<String, List<String>> read = new HashMap<>(given);
        read.keySet().retainAll(known); // one that is not known is told once, not read and told again
        var parameters = new QueryParameters(read);
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                String list = known.stream().sorted().collect(Collectors.joining(", "));
                parameters.fault(name, "unknown parameter, allowed are: " + (list.isEmpty() ? "none" : list));
            } else if (values.size() > 1) {
                parameters.fault(name, "given " + values.size() + " times, allowed is once");
            }
        });
        return parameters;
    }

    /** The raw value, if it was given and is not empty. */
    public Optional<String> find(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank()
                ? Optional.empty()
                : Optional.of(values.get(0).strip());
    }

    /**
     * The value read by a parser.
     *
     * @param parser throws {@link IllegalArgumentException} (or a date-time exception) for what it does not take
     * @param expected what is allowed, for the message, such as {@code "a date, 2025-09-30"}
     */
    public <T> Optional<T> find(String name, Function<String, T> parser, String expected) {
        Optional<String> value = find(name);
        try {
            return value.map(parser);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            fault(name, "'%s' is not %s".formatted(shortened(value.orElse("")), expected));
            return Optional.empty();
        }
    }

    /** A whole number within limits, both included. */
    public int integer(String name, int otherwise, int least, int most) {
        return find(
                        name,
                        text -> within(Integer.parseInt(text), least, most),
                        "a whole number %d..%d".formatted(least, most))
                .orElse(otherwise);
    }

    /** A finite number within limits, both included. */
    public double number(String name, double otherwise, double least, double most) {
        return find(
                        name,
                        text -> within(Double.parseDouble(text), least, most),
                        "a number %s..%s".formatted(least, most))
                .orElse(otherwise);
    }

    /** The comma-separated values, each read by the parser; empty if the parameter is absent. */
    public <T> List<T> list(String name, Function<String, Optional<T>> parser, String expected) {
        List<T> values = new ArrayList<>();
        for (String part : find(name).map(text -> text.split(",", -1)).orElse(new String[0])) {
            parser.apply(part.strip())
                    .ifPresentOrElse(
                            values::add, () -> fault(name, "'%s' is not %s".formatted(shortened(part), expected)));
        }
        return values;
    }

    /** Notes one more fault. */
    public void fault(String name, String message) {
        faults.add(new Fault(name, message));
    }

    /**
     * Ends the reading.
     *
     * @throws ApiException code {@code invalid-parameter}, if there was any fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw ApiException.invalid("invalid-parameter", faults);
        }
    }

    private static <T extends Comparable<T>> T within(T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
