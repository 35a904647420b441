package se.lykta.hotspot.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the surfaces that were tried did at each cut of the history. Used by one thread. */
final class Trials {

    /** A blend is fitted on twice the area that is judged: what is just outside may move in. */
    private static final double HOT_SHARE = 2 * SurfaceChooser.AREA_SHARE;

    private final List<Fold> folds;
    private final List<Layer> layers;
    private final double[] weights;
    private final double[] blendPai;
    private final List<Tried> singles;

    /** A layer with its PAI at each cut. */
    private static final class Tried {

        private final Layer layer;
        private final double[] pai;

        Tried(Layer layer, double[] pai) {
            this.layer = layer;
            this.pai = pai;
        }
    }

    /**
     * Tries all.
     *
     * @param singles how many of the layers, from the first, can be chosen alone
     * @param mixed the numbers of those that are blended
     */
    Trials(List<Fold> folds, List<Layer> layers, int singles, int[] mixed) {
        this.folds = folds;
        this.layers = layers;
        List<HotPart> parts =
                folds.stream().map(fold -> new HotPart(fold, mixed, HOT_SHARE)).toList();
        this.weights = Blend.weights(parts, mixed, layers.size());
        this.blendPai = new double[folds.size()];
        for (int fold = 0; fold < folds.size(); fold++) {
            List<HotPart> others = new ArrayList<>(parts);
            others.remove(fold);
            double[] fitted = Blend.weights(others, mixed, layers.size());
            blendPai[fold] = folds.get(fold).pai(folds.get(fold).mixture(fitted), SurfaceChooser.AREA_SHARE);
        }
        this.singles = IntStream.range(0, singles).mapToObj(this::tried).toList();
    }

    private Tried tried(int layer) {
        return new Tried(
                layers.get(layer),
                folds.stream()
                        .mapToDouble(fold -> fold.pai(fold.shares(layer), SurfaceChooser.AREA_SHARE))
                        .toArray());
    }

    /** The weights of the blend, fitted on all cuts. */
    double[] weights() {
        return weights;
    }

    /** The best single surface, if it is ahead of the blend by more than so many standard errors of the lead. */
    Optional<Layer> clearWinner(double errors) {
        Tried best = bestTried();
        double[] leads = new double[folds.size()];
        for (int fold = 0; fold < leads.length; fold++) {
            leads[fold] = best.pai[fold] - blendPai[fold];
        }
        double lead = mean(leads);
        return lead > errors * standardError(leads, lead) ? Optional.of(best.layer) : Optional.empty();
    }

    /** The best single surface; among equals the smoother. */
    Layer best() {
        return bestTried().layer;
    }

    private Tried bestTried() {
        return singles.stream()
                .max(Comparator.comparingDouble((Tried tried) -> mean(tried.pai))
                        .thenComparing(tried -> tried.layer.radiusMetres()))
                .orElseThrow();
    }

    /** The mean over the cuts, weighted by their later reports. */
    private double mean(double[] values) {
        double sum = 0;
        double reports = 0;
        for (int fold = 0; fold < values.length; fold++) {
            sum += folds.get(fold).laterReports() * values[fold];
            reports += folds.get(fold).laterReports();
        }
        return sum / reports;
    }

    private double standardError(double[] values, double mean) {
        double[] squares = new double[values.length];
        for (int fold = 0; fold < values.length; fold++) {
            squares[fold] = (values[fold] - mean) * (values[fold] - mean);
        }
        return Math.sqrt(mean(squares) / (values.length - 1));
    }

    /** What was tried and how it did. */
    SurfaceChoice.Summary summary() {
        List<SurfaceChoice.Trial> trials = new ArrayList<>();
        trials.add(new SurfaceChoice.Trial(Optional.empty(), mean(blendPai)));
        singles.forEach(tried -> trials.add(new SurfaceChoice.Trial(Optional.of(tried.layer), mean(tried.pai))));
        List<SurfaceChoice.Part> parts = new ArrayList<>();
        for (int layer = 0; layer < weights.length; layer++) {
            if (weights[layer] > 0) {
                parts.add(new SurfaceChoice.Part(layers.get(layer), weights[layer]));
            }
        }
        double reports = folds.stream().mapToDouble(Fold::laterReports).sum();
        return new SurfaceChoice.Summary(folds.size(), (long) reports, trials, parts);
    }
}
