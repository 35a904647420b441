package se.lykta.place.osm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.lykta.place.NameKind;

/**
 * Which tags of OpenStreetMap are drawn as what, and what a name is the name of: the table {@code rules.txt}.
 *
 * <p>Exists so that the choice can be read and changed in one place. Found by key, as most tags of most elements have no
 * rule at all. Immutable.
 */
final class OsmRules {

    private static final String TABLE = "rules.txt";
    private static final String NAME = "name";
    private static final Set<String> UNDERPASS_WAYS = Set.of("footway", "cycleway", "path", "pedestrian", "steps");

    private final Map<String, List<OsmRule>> byKey;

    OsmRules() {
        List<String> lines = table().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        byKey = IntStream.range(0, lines.size())
                .mapToObj(i -> OsmRule.parse(i, lines.get(i)))
                .collect(Collectors.groupingBy(OsmRule::key));
    }

    /** How an element is drawn: at most once in each layer. */
    List<MapThing> drawings(OsmRule.Shape shape, Map<String, String> tags) {
        List<MapThing> things = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(NAME));
        rules(tags).forEach(rule -> {
            Optional<MapThing> thing = taken.contains(rule.layer()) ? Optional.empty() : rule.match(shape, tags);
            thing.ifPresent(found -> {
                taken.add(found.layer());
                things.add(found);
            });
        });
        things.removeIf(thing -> thing.needsName() && !tags.containsKey(NAME));
        return things;
    }

    /** What the element's name is the name of; also answers for an underpass that has none. */
    Optional<NameKind> nameKind(OsmRule.Shape shape, Map<String, String> tags) {
        if (shape == OsmRule.Shape.LINE && isUnderpass(tags)) {
            return Optional.of(NameKind.UNDERPASS);
        }
        if (!tags.containsKey(NAME)) {
            return Optional.empty();
        }
        return rules(tags)
                .filter(rule -> rule.layer().equals(NAME))
                .map(rule -> rule.match(shape, tags))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(thing -> NameKind.find(thing.kind()));
    }

    private Stream<OsmRule> rules(Map<String, String> tags) {
        return tags.keySet().stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .sorted(Comparator.comparingInt(OsmRule::order));
    }

    private static boolean isUnderpass(Map<String, String> tags) {
        String tunnel = tags.getOrDefault("tunnel", "no");
        return !tunnel.equals("no")
                && !tunnel.equals("building_passage")
                && UNDERPASS_WAYS.contains(tags.getOrDefault("highway", ""));
    }

    private static String table() {
        try (InputStream in = OsmRules.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
