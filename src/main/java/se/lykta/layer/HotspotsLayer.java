package se.lykta.layer;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.hotspot.Hotspot;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.hotspot.HotspotProperties;
import se.lykta.hotspot.Provenance;
import se.lykta.index.Filter;

/** The ranked hotspots, as outlines, with the same parameters, order and values as {@code /api/hotspots}. */
public final class HotspotsLayer implements Layer {

    private static final List<String> PARAMETERS = Stream.concat(
                    Filter.PARAMETERS.stream(), HotspotParameters.PARAMETERS.stream())
            .toList();

    private final HotspotBoard board;
    private final ZoneId zone;

    /**
     * The layer of one service.
     *
     * @param zone whose days are told
     */
    public HotspotsLayer(HotspotBoard board, ZoneId zone) {
        this.board = board;
        this.zone = zone;
    }

    @Override
    public String id() {
        return "hotspots";
    }

    @Override
    public String titleSv() {
        return "Otrygga platser";
    }

    @Override
    public String titleEn() {
        return "Hotspots";
    }

    @Override
    public List<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public Contents read(View view) {
        HotspotBoard.Shown shown = board.show(view.audience(), view.filter(), view.hotspots());
        return new Contents() {

            @Override
            public String version() {
                return shown.version();
            }

            @Override
            public Map<String, @Nullable Object> provenance() {
                return Provenance.of(shown.hotspots());
            }

            @Override
            public void forEach(Consumer<Feature> consumer) {
                shown.hotspots().list().stream()
                        .map(HotspotsLayer.this::feature)
                        .forEach(consumer);
            }
        };
    }

    private Feature feature(Hotspot hotspot) {
        return new Feature(hotspot.id(), hotspot.outline(), HotspotProperties.of(hotspot, zone));
    }
}
