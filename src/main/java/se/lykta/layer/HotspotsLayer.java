package se.lykta.layer;

import java.time.ZoneId;
import java.util.function.Consumer;
import se.lykta.hotspot.Hotspot;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.hotspot.HotspotProperties;

/** The ranked hotspots, as outlines, with the default parameters and the same values as {@code /api/hotspots}. */
public final class HotspotsLayer implements Layer {

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
    public Contents read(View view) {
        HotspotBoard.Shown shown = board.show(view.audience(), view.filter(), HotspotParameters.DEFAULT);
        return new Contents() {

            @Override
            public String version() {
                return shown.version();
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
