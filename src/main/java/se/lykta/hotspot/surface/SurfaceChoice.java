package se.lykta.hotspot.surface;

import java.util.List;
import java.util.Optional;

/**
 * The surface that {@link SurfaceChooser} chose, and why.
 *
 * <p>Immutable.
 */
public final class SurfaceChoice {

    private final double[] perKm2;
    private final Optional<Layer> single;
    private final Summary summary;
    private final boolean narrow;

    /** Why a surface was chosen. */
    public enum Reason {
        /** Too few reports to look back: a kernel of a stated radius. */
        TOO_FEW_REPORTS,
        /** No single surface would have foretold clearly more than the blend of them. */
        BLEND_HOLDS,
        /** One surface would have foretold clearly more. */
        CLEARLY_BETTER
    }

    /**
     * A surface that was tried.
     *
     * @param layer which; empty for the blend
     * @param pai the mean of the held-out PAI
     */
    public record Trial(Optional<Layer> layer, double pai) {}

    /** A layer of the blend and its weight, above 0; all weights add up to 1. */
    public record Part(Layer layer, double weight) {}

    /**
     * How the choice was made.
     *
     * @param cuts how often the history was cut
     * @param laterReports how many reports were held out in all
     * @param trials what was tried, the blend first
     * @param parts what the blend is made of
     */
    public record Summary(int cuts, long laterReports, List<Trial> trials, List<Part> parts) {

        /** Nothing was tried. */
        static final Summary NONE = new Summary(0, 0, List.of(), List.of());

        /** Copies the lists. */
        public Summary {
            trials = List.copyOf(trials);
            parts = List.copyOf(parts);
        }
    }

    /** Takes over the array: the maker must not keep it. */
    SurfaceChoice(double[] perKm2, Optional<Layer> single, Summary summary, boolean narrow) {
        this.perKm2 = perKm2;
        this.single = single;
        this.summary = summary;
        this.narrow = narrow;
    }

    /** Reports per km² in each cell, over the whole history. */
    public double[] perKm2() {
        return perKm2.clone();
    }

    /** The surface that was chosen; empty for the blend. */
    public Optional<Layer> single() {
        return single;
    }

    /** Why. */
    public Reason reason() {
        if (summary.cuts() == 0) {
            return Reason.TOO_FEW_REPORTS;
        }
        return single.isPresent() ? Reason.CLEARLY_BETTER : Reason.BLEND_HOLDS;
    }

    /** How it was made. */
    public Summary summary() {
        return summary;
    }

    /** Says whether it is a kernel below two cells wide, of which the map has to warn. */
    public boolean isNarrow() {
        return narrow;
    }
}
