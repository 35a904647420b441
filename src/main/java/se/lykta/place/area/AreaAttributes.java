package se.lykta.place.area;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lykta.geo.LonLat;

/** What the fields of a feature say, whatever they are called. Immutable. */
final class AreaAttributes {

    private static final List<String> NAMES = List.of("name", "namn", "precinct");
    private static final List<String> POPULATIONS =
            List.of("population", "befolkning", "folkmangd", "folkmängd", "invanare", "invånare");
    private static final Pattern POSITION = Pattern.compile("\\[(-?[0-9.]+),(-?[0-9.]+).*]");

    private final Map<String, String> fields;

    AreaAttributes(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Municipality, area or anything else. */
    String kind() {
        return fields.getOrDefault("kind", "");
    }

    /** The name: a well-known field, else the first that is no number. */
    Optional<String> name() {
        return find(NAMES)
                .or(() -> fields.values().stream()
                        .filter(value -> value.chars().anyMatch(Character::isLetter))
                        .findFirst());
    }

    boolean fictional() {
        return fields.getOrDefault("fictional", "").equals("true");
    }

    /** Where the map opens. */
    Optional<LonLat> start() {
        Matcher position = POSITION.matcher(fields.getOrDefault("start", ""));
        return position.matches()
                ? Optional.of(new LonLat(Double.parseDouble(position.group(1)), Double.parseDouble(position.group(2))))
                : Optional.empty();
    }

    /**
     * How many live there.
     *
     * @throws IllegalArgumentException for what is no whole number of people
     */
    OptionalInt population() {
        Optional<String> told = find(POPULATIONS);
        if (told.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = told.get().strip().replaceFirst("[.]0+$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "the population '%s' is no whole number of people".formatted(told.get()));
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private Optional<String> find(List<String> names) {
        return names.stream()
                .flatMap(name -> fields.entrySet().stream()
                        .filter(field -> field.getKey().toLowerCase(Locale.ROOT).equals(name))
                        .map(Map.Entry::getValue))
                .findFirst();
    }
}
