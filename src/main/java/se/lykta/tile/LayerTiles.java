package se.lykta.tile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audiences;
import se.lykta.layer.Feature;
import se.lykta.layer.Layer;

/** What the tiles of every layer of the catalogue have in common. Pure. */
final class LayerTiles {

    private LayerTiles() {}

    /** The parameters of a layer, the audience included. */
    static List<String> parameters(Layer layer) {
        return Stream.concat(layer.parameters().stream(), Stream.of(Audiences.PARAMETER))
                .toList();
    }

    /**
     * The values of a feature, as far as a vector tile can hold them: a list becomes text with commas, what is not known is
     * left out.
     */
    static Map<String, Object> flat(Feature feature) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", feature.id());
        feature.properties().forEach((name, value) -> put(properties, name, value));
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value instanceof Collection<?> list) {
            properties.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else if (value != null) {
            properties.put(name, value);
        }
    }
}
