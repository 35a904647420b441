package se.lykta.layer;

import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import se.lykta.hotspot.Hotspot;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.hotspot.HotspotProperties;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;

/** The ranked hotspots, as outlines, with the default parameters and the same values as {@code /api/hotspots}. */
public final class HotspotsLayer implements Layer {

    private final Indexes indexes;
    private final HotspotFinder finder;
    private final ZoneId zone;

    /**
     * The layer of one service.
     *
     * @param zone whose days are told
     */
    public HotspotsLayer(Indexes indexes, HotspotFinder finder, ZoneId zone) {
        this.indexes = indexes;
        this.finder = finder;
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
    public Contents contents(View view) {
        Snapshot snapshot = indexes.snapshot(view.audience());
        HotspotParameters parameters = HotspotParameters.DEFAULT;
        String audience = view.audience().name().toLowerCase(Locale.ROOT);
        return new Contents() {

            @Override
            public String version() {
                return audience + "." + finder.version(snapshot, view.filter(), parameters);
            }

            @Override
            public void forEach(Consumer<Feature> consumer) {
                finder.find(snapshot, view.filter(), parameters).list().stream()
                        .map(HotspotsLayer.this::feature)
                        .forEach(consumer);
            }
        };
    }

    private Feature feature(Hotspot hotspot) {
        return new Feature(hotspot.id(), hotspot.outline(), HotspotProperties.of(hotspot, zone));
    }
}
