package se.lykta.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The options of one run, {@code --name value} each; unknown ones are refused. Immutable. */
final class BenchOptions {

    private static final int MOST = 100_000_000;

    private final Map<String, String> values;

    private BenchOptions(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads a command line.
     *
     * @param defaults every option there is, with the value it has if it is not given
     */
    static BenchOptions parse(List<String> arguments, Map<String, String> defaults) {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String flag = equals < 0 ? argument : argument.substring(0, equals);
            String name = flag.startsWith("--") ? flag.substring(2) : "";
            if (!defaults.containsKey(name)) {
                throw new UsageException("unknown option '%s', there are: --%s"
                        .formatted(flag, String.join(", --", new TreeSet<>(defaults.keySet()))));
            }
            if (equals < 0 && ++i == arguments.size()) {
                throw new UsageException("--" + name + " needs a value");
            }
            values.put(name, equals < 0 ? arguments.get(i) : argument.substring(equals + 1));
        }
        return new BenchOptions(values);
    }

    /** A whole number of at least 1. */
    int number(String name) {
        String text = text(name);
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--" + name + " '" + text + "' is not a whole number");
        }
        throw new UsageException("--" + name + " " + text + " is not within 1.." + MOST);
    }

    /** Any whole number. */
    long seed() {
        String text = text("seed");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed '" + text + "' is not a whole number");
        }
    }

    /** A directory, if one is named. */
    Optional<Path> findPath(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    /** The value as it was given. */
    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
