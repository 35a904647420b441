package se.lykta.hotspot.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import se.lykta.hotspot.cells.StudyCells;

/**
 * Chooses the surface that shows a history best, by asking which one would have foretold it.
 *
 * <p>Exists because automatic bandwidths differ 100-fold between rules (74 m to 3.7 km on one set of data), and because
 * counts win where reports repeat on one spot, kernels where they are few or scattered. The history is cut at 50, 60, 70,
 * 80 and 90 % of its time; what each surface says from the reports before a cut is judged by those of the next tenth: PAI
 * at {@value #AREA_SHARE} of the area (Chainey, Tompson, Uhlig 2008), weighted by reports. Tried are the count, quartic
 * kernels of {@link #RADII} metres (Adepeju, Rosser, Cheng 2016 find none best everywhere), and a {@link Blend} of count,
 * near, middle and wide kernels and recent reports, whose weights are fitted on twice the area that is judged and never on
 * the tenth that judges them.
 *
 * <p>The blend has the others as special cases and the least noise, so it stands unless one of them is ahead by more than
 * two standard errors of the difference; among equals the smoother wins. Deterministic: order of reports changes nothing.
 * O(cuts · layers) kernel densities, about 0.3 CPU s for 22 000 reports in 14 000 cells. Immutable.
 */
public final class SurfaceChooser {

    /** The share of the area that is judged. */
    public static final double AREA_SHARE = 0.05;

    /** With fewer reports than this nothing can be chosen. */
    public static final int LEAST_REPORTS = 50;

    /** The kernel that is used when nothing can be chosen, metres. */
    public static final double FALLBACK_RADIUS_METRES = 500;

    /** Up to this size of cells the radii are as stated, beyond it they grow with the cells. */
    static final double LARGE_CELL_METRES = 500;

    private static final List<Double> RADII = List.of(200.0, 300.0, 400.0, 500.0, 700.0, 1000.0, 1500.0, 2000.0);
    private static final List<Double> MIXED_RADII = List.of(400.0, 1000.0, 2000.0);
    private static final List<Double> RECENT_RADII = List.of(400.0, 1000.0);
    private static final int TENTHS = 10;
    private static final int FIRST_CUT = 5;
    private static final int LEAST_CUTS = 2;
    private static final int LEAST_LATER = 20;
    private static final double CLEAR_LEAD = 2;
    private static final double SQUARE_METRES_PER_KM2 = 1e6;

    private final Sites sites;
    private final double cellMetres;
    private final double cellSquareMetres;
    /** First those that can be chosen, from rough to smooth. */
    private final List<Layer> layers;

    private final int singles;
    private final int[] mixed;

    /** A chooser for the cells of a study area. */
    public SurfaceChooser(StudyCells cells) {
        this(Sites.of(cells), cells.shape().sizeMetres(), cells.shape().area());
    }

    /**
     * A chooser for any equal cells.
     *
     * @param sites the centres of all cells
     * @param cellMetres how far neighbours are apart
     * @param cellSquareMetres size of one cell
     */
    SurfaceChooser(Sites sites, double cellMetres, double cellSquareMetres) {
        if (!(cellMetres > 0 && cellSquareMetres > 0)) {
            throw new IllegalArgumentException(
                    "cells of %s m and %s m² are none".formatted(cellMetres, cellSquareMetres));
        }
        this.sites = sites;
        this.cellMetres = cellMetres;
        this.cellSquareMetres = cellSquareMetres;
        double scale = Math.max(1, cellMetres / LARGE_CELL_METRES);
        List<Layer> mix = Stream.of(
                        Stream.of(Layer.count(), Layer.even()),
                        MIXED_RADII.stream().map(radius -> Layer.density(scale * radius)),
                        RECENT_RADII.stream().map(radius -> Layer.recentDensity(scale * radius)))
                .flatMap(stream -> stream)
                .toList();
        List<Layer> all = new ArrayList<>(List.of(Layer.count()));
        RADII.forEach(radius -> all.add(Layer.density(scale * radius)));
        this.singles = all.size();
        mix.stream().filter(layer -> !all.contains(layer)).forEach(all::add);
        this.layers = List.copyOf(all);
        this.mixed = mix.stream().mapToInt(all::indexOf).sorted().toArray();
    }

    /**
     * Chooses from the reports before a moment.
     *
     * @param end reports from here on are not looked at
     * @param progress hears the share that is done, 0..1
     * @throws CancellationException if the thread is interrupted
     */
    public SurfaceChoice choose(History history, long end, DoubleConsumer progress) {
        History known = history.between(Long.MIN_VALUE, end);
        List<Fold> folds = known.size() < LEAST_REPORTS ? List.of() : folds(known, end, progress);
        double later = folds.stream().mapToDouble(Fold::laterReports).sum();
        if (folds.size() < LEAST_CUTS || later < LEAST_LATER) {
            return fallback(known);
        }
        var trials = new Trials(folds, layers, singles, mixed);
        SurfaceChoice choice = chosen(trials, known, end);
        progress.accept(1);
        return choice;
    }

    private List<Fold> folds(History known, long end, DoubleConsumer progress) {
        long start = known.first();
        List<Fold> folds = new ArrayList<>();
        for (int tenth = FIRST_CUT; tenth < TENTHS; tenth++) {
            Cancellation.check();
            long now = start + Math.multiplyExact(end - start, (long) tenth) / TENTHS;
            long until = start + Math.multiplyExact(end - start, tenth + 1L) / TENTHS;
            History past = known.between(start, now);
            History next = known.between(now, until);
            if (past.size() > 0 && next.size() > 0) {
                folds.add(new Fold(layers, past, now, sites, next.counts(sites.size())));
            }
            progress.accept((tenth + 1.0 - FIRST_CUT) / (TENTHS - FIRST_CUT + 1));
        }
        return folds;
    }

    private SurfaceChoice chosen(Trials trials, History known, long end) {
        Optional<Layer> single = trials.clearWinner(CLEAR_LEAD);
        double[] values = single.isPresent()
                ? perKm2(single.get(), known)
                : perKm2(
                        new Fold(layers, known, end, sites, new double[sites.size()]).mixture(trials.weights()), known);
        return new SurfaceChoice(values, single, trials.summary(), isNarrow(single));
    }

    private SurfaceChoice fallback(History known) {
        Layer layer = Layer.density(FALLBACK_RADIUS_METRES * Math.max(1, cellMetres / LARGE_CELL_METRES));
        Optional<Layer> single = Optional.of(layer);
        return new SurfaceChoice(perKm2(layer, known), single, SurfaceChoice.Summary.NONE, isNarrow(single));
    }

    private double[] perKm2(Layer single, History known) {
        return single.kind() == Layer.Kind.DENSITY
                ? new KernelDensity(Kernel.quartic(single.radiusMetres())).perKm2(known.spots(), sites)
                : perKm2(single.shares(known, 0, sites), known);
    }

    private double[] perKm2(double[] shares, History known) {
        double factor = known.size() * SQUARE_METRES_PER_KM2 / cellSquareMetres;
        return Arrays.stream(shares).map(share -> share * factor).toArray();
    }

    private boolean isNarrow(Optional<Layer> layer) {
        return layer.filter(one -> one.kind() == Layer.Kind.DENSITY)
                .map(one -> Kernel.quartic(one.radiusMetres()).isNarrowFor(cellMetres))
                .orElse(false);
    }
}
