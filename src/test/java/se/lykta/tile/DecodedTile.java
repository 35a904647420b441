package se.lykta.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A vector tile as a library reads it that did not write it (mapbox-vector-tile-java), rings judged by version 2.1. */
record DecodedTile(List<DecodedTile.Item> items) {

    /** Under which name the properties tell the number of the feature itself. */
    static final String FEATURE_ID = "@id";

    /** A feature: geometry in units of the tile, and its properties. */
    record Item(Geometry geometry, Map<String, Object> properties) {

        int number(String key) {
            return ((Number) get(key)).intValue();
        }

        String text(String key) {
            return (String) get(key);
        }

        private Object get(String key) {
            return Objects.requireNonNull(properties.get(key), key);
        }

        boolean isCluster() {
            return properties.containsKey("count");
        }

        int reports() {
            return isCluster() ? number("count") : 1;
        }
    }

    /** The features of one layer; none if the tile is empty. */
    static DecodedTile of(byte[] tile, String layer) {
        List<Item> items = new ArrayList<>();
        for (JtsLayer decoded : layers(tile)) {
            if (!decoded.getName().equals(layer) || decoded.getExtent() != 4096) {
                throw new AssertionError("unexpected layer " + decoded.getName() + " of " + decoded.getExtent());
            }
            for (Geometry geometry : decoded.getGeometries()) {
                items.add(new Item(geometry, properties(geometry)));
            }
        }
        return new DecodedTile(items);
    }

    int reports() {
        return items.stream().mapToInt(Item::reports).sum();
    }

    private static List<JtsLayer> layers(byte[] tile) {
        try {
            var in = new ByteArrayInputStream(tile);
            var reader = MvtReader.loadMvt(
                    in,
                    new GeometryFactory(),
                    new TagKeyValueMapConverter(false, FEATURE_ID),
                    MvtReader.RING_CLASSIFIER_V2_1);
            return List.copyOf(reader.getLayers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Geometry geometry) {
        return (Map<String, Object>) geometry.getUserData();
    }
}
