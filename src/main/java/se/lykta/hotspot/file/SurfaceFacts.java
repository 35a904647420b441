package se.lykta.hotspot.file;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import se.lykta.hotspot.surface.Layer;
import se.lykta.hotspot.surface.SurfaceChoice;

/** Tells which default surface was chosen and why, as flat facts. */
final class SurfaceFacts {

    private SurfaceFacts() {}

    static void tell(SurfaceChoice choice, BiConsumer<String, Object> facts) {
        facts.accept("chosen", name(choice.single()));
        facts.accept("reason", choice.reason().name().toLowerCase(Locale.ROOT));
        facts.accept("looks_back", choice.summary().cuts());
        facts.accept("held_out", choice.summary().laterReports());
        for (SurfaceChoice.Trial trial : choice.summary().trials()) {
            facts.accept("held_out_pai_" + name(trial.layer()), trial.pai());
        }
        for (SurfaceChoice.Part part : choice.summary().parts()) {
            facts.accept("weight_" + name(Optional.of(part.layer())), part.weight());
        }
        if (choice.isNarrow()) {
            facts.accept("warning", "less than two cells wide: " + name(choice.single()));
        }
    }

    private static String name(Optional<Layer> layer) {
        return layer.map(SurfaceFacts::name).orElse("blend");
    }

    private static String name(Layer layer) {
        return switch (layer.kind()) {
            case COUNT -> "count";
            case EVEN -> "even";
            case DENSITY -> "kde_h" + NumberList.plain(layer.radiusMetres());
            case RECENT_DENSITY -> "recent_kde_h" + NumberList.plain(layer.radiusMetres());
        };
    }
}
