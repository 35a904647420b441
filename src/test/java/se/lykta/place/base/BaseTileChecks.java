package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What holds for every base map tile of any town. */
final class BaseTileChecks {

    /** A tile is 4096 units wide and shows 256 units around it. */
    private static final Envelope SEEN = new Envelope(-256, 4096 + 256, -256, 4096 + 256);

    private static final Set<String> LAYERS =
            BaseSchema.layers().stream().map(BaseSchema.Layer::id).collect(Collectors.toSet());

    private BaseTileChecks() {}

    static void assertWellFormed(String name, byte[] gzipped) {
        for (JtsLayer layer : Tiles.decoded(gzipped).getLayers()) {
            assertThat(LAYERS).as(name).contains(layer.getName());
            Set<String> fields = BaseSchema.layers().stream()
                    .filter(one -> one.id().equals(layer.getName()))
                    .flatMap(one -> one.fields().keySet().stream())
                    .collect(Collectors.toSet());
            assertThat(layer.getGeometries()).as("%s %s", name, layer.getName()).isNotEmpty();
            for (Geometry feature : layer.getGeometries()) {
                assertThat(feature.isValid())
                        .as("%s %s %s", name, layer.getName(), feature)
                        .isTrue();
                assertThat(SEEN.contains(feature.getEnvelopeInternal()))
                        .as("%s %s %s", name, layer.getName(), feature)
                        .isTrue();
                assertThat(Tiles.tags(feature))
                        .as("%s %s", name, layer.getName())
                        .containsKey("kind");
                assertThat(fields)
                        .as("%s %s", name, layer.getName())
                        .containsAll(Tiles.tags(feature).keySet());
            }
        }
    }
}
