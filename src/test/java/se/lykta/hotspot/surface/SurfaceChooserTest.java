package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class SurfaceChooserTest {

    private static final double[] ALWAYS = {300, 500, 1000};
    private static final List<Layer> LAYERS = List.of(Layer.count(), Layer.density(500), Layer.even());
    private static final double SHARE = SurfaceChooser.AREA_SHARE;

    /** Goal G9 on cities of which nobody knows the kind beforehand: not one rule that is always the same keeps up. */
    @Test
    void foretellsMoreThanAlwaysCountingAndMoreThanAnyFixedRadius() {
        Map<String, List<Double>> pais = new TreeMap<>();
        for (City.Kind kind : City.Kind.values()) {
            for (long seed = 1; seed <= 4; seed++) {
                var city = new City(kind, 3000, seed % 2 == 0 ? 250 : 150, seed);
                double[] later = city.later();
                Map<String, Double> ofCity = new TreeMap<>();
                ofCity.put("count", Accuracy.of(city.count(), later, SHARE).pai());
                for (double radius : ALWAYS) {
                    ofCity.put(
                            "radius " + radius,
                            Accuracy.of(city.density(radius), later, SHARE).pai());
                }
                ofCity.put(
                        "default",
                        Accuracy.of(city.choice().perKm2(), later, SHARE).pai());
                ofCity.forEach((name, pai) ->
                        pais.computeIfAbsent(name, key -> new ArrayList<>()).add(pai));
                double best = ofCity.values().stream().mapToDouble(d -> d).max().orElseThrow();
                pais.computeIfAbsent("share of best " + kind, key -> new ArrayList<>())
                        .add(ofCity.get("default") / best);
            }
        }

        double ours = mean(pais, "default");
        assertThat(ours).as("means %s", pais).isGreaterThan(mean(pais, "count"));
        for (double radius : ALWAYS) {
            assertThat(ours).as("means %s", pais).isGreaterThan(mean(pais, "radius " + radius));
        }
        for (City.Kind kind : City.Kind.values()) {
            assertThat(mean(pais, "share of best " + kind))
                    .as("%s %s", kind, pais)
                    .isGreaterThan(0.97);
        }
    }

    private static double mean(Map<String, List<Double>> pais, String name) {
        return mean(pais.getOrDefault(name, List.of()));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(d -> d).average().orElseThrow();
    }

    @Test
    void whatIsToldOfTheTrialsIsWhatLookingBackGives() {
        var city = new City(City.Kind.CLUSTERS, 2000, 250, 3);
        History known = city.history().between(0, City.KNOWN_DAYS);
        long first = known.first();

        SurfaceChoice choice = city.choice();

        double hits = 0;
        double later = 0;
        for (int tenth = 5; tenth < 10; tenth++) {
            long now = first + (City.KNOWN_DAYS - first) * tenth / 10;
            long until = first + (City.KNOWN_DAYS - first) * (tenth + 1) / 10;
            double[] past = known.between(0, now).counts(city.sites().size());
            Accuracy accuracy = Accuracy.of(
                    past, known.between(now, until).counts(city.sites().size()), SHARE);
            hits += accuracy.hits();
            later += accuracy.reports();
        }
        SurfaceChoice.Trial count = choice.summary().trials().stream()
                .filter(trial -> trial.layer().equals(Optional.of(Layer.count())))
                .findFirst()
                .orElseThrow();
        assertThat(count.pai()).isCloseTo(hits / later / SHARE, within(1e-9));
        assertThat(choice.summary().cuts()).isEqualTo(5);
        assertThat(choice.summary().laterReports()).isEqualTo((long) later);
        assertThat(choice.summary().trials()).hasSize(10);
        assertThat(choice.summary().parts().stream()
                        .mapToDouble(SurfaceChoice.Part::weight)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void theBlendIsADensityOfAllKnownReports() {
        var city = new City(City.Kind.BLOCKS, 2000, 250, 4);

        SurfaceChoice choice = city.choice();

        assertThat(choice.reason()).isEqualTo(SurfaceChoice.Reason.BLEND_HOLDS);
        double integral = Arrays.stream(choice.perKm2()).sum() * 0.25 * 0.25;
        assertThat(integral).isCloseTo(Arrays.stream(city.count()).sum(), within(1e-6));
    }

    /** All later reports come between two known ones: of three cells in a row the density takes the middle one. */
    @Test
    void aSurfaceThatIsClearlyBetterReplacesTheBlend() {
        List<Fold> folds = List.of(fold(10, 9, 11), fold(20, 19, 21), fold(30, 29, 31));
        int[] evenAlone = {2};
        int[] densityAlone = {1};

        assertThat(new Trials(folds, LAYERS, 2, evenAlone).clearWinner(2)).contains(Layer.density(500));
        assertThat(new Trials(folds, LAYERS, 2, densityAlone).clearWinner(2)).isEmpty();
    }

    @Test
    void amongEqualsTheSmootherIsBest() {
        List<Fold> folds = List.of(fold(10, 10, 10), fold(20, 20, 20));

        assertThat(new Trials(folds, LAYERS, 2, new int[] {2}).best()).isEqualTo(Layer.density(500));
    }

    /** Looks back in a row of forty cells of 100 m at two reports; after them come ten more in one cell. */
    private static Fold fold(int laterCell, int oneCell, int otherCell) {
        double[] x = new double[40];
        Arrays.setAll(x, i -> 100 * i);
        double[] later = new double[40];
        later[laterCell] = 10;
        double[] at = {100 * oneCell, 100 * otherCell};
        var past = new History(at, new double[2], new long[] {1, 2}, new int[] {oneCell, otherCell});
        return new Fold(LAYERS, past, 10, new Sites(x, new double[40]), later);
    }

    @Test
    void withTooFewReportsItIsAKernelOfAStatedRadius() {
        var city = new City(City.Kind.CLUSTERS, 60, 250, 5);

        SurfaceChoice choice = city.choice();

        assertThat(city.history().between(0, City.KNOWN_DAYS).size()).isLessThan(SurfaceChooser.LEAST_REPORTS);
        assertThat(choice.reason()).isEqualTo(SurfaceChoice.Reason.TOO_FEW_REPORTS);
        assertThat(choice.single()).contains(Layer.density(500));
        assertThat(choice.perKm2()).isEqualTo(city.density(500));
    }

    /** Trap 5: 500 m are less than two cells of 300 m. */
    @Test
    void aKernelBelowTwoCellsIsSaidToBeNarrow() {
        assertThat(new City(City.Kind.CLUSTERS, 60, 300, 5).choice().isNarrow()).isTrue();
        assertThat(new City(City.Kind.CLUSTERS, 60, 250, 5).choice().isNarrow()).isFalse();
    }

    @Test
    void reportsOfOneMomentGiveNothingToLookBackAt() {
        double[] x = new Random(1).doubles(500, 0, 1000).toArray();
        var history = new History(x, x, new long[500], new int[500]);
        var chooser = new SurfaceChooser(new Sites(new double[] {500}, new double[] {500}), 1000, 1e6);

        SurfaceChoice choice = chooser.choose(history, 1, share -> {});

        assertThat(choice.reason()).isEqualTo(SurfaceChoice.Reason.TOO_FEW_REPORTS);
    }

    @Test
    void noReportsAreNoDensity() {
        var history = new History(new double[0], new double[0], new long[0], new int[0]);
        var chooser = new SurfaceChooser(new Sites(new double[] {500}, new double[] {500}), 1000, 1e6);

        assertThat(chooser.choose(history, 1, share -> {}).perKm2()).containsExactly(0);
    }

    /** Trap 9, and nothing of what is to be foretold is looked at. */
    @Test
    void neitherTheOrderOfReportsNorTheFutureChangesABit() {
        var city = new City(City.Kind.MOVING, 2000, 250, 6);
        History history = city.history();
        History shuffled = shuffled(city);

        SurfaceChoice one = city.choice();
        SurfaceChoice other = new SurfaceChooser(city.sites(), 250, 250 * 250)
                .choose(shuffled.between(0, City.KNOWN_DAYS), City.KNOWN_DAYS, share -> {});

        assertThat(history.size()).isEqualTo(shuffled.size());
        assertThat(other.perKm2()).isEqualTo(one.perKm2());
        assertThat(other.summary()).isEqualTo(one.summary());
    }

    private static History shuffled(City city) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < city.x().length; i++) {
            rows.add(i);
        }
        java.util.Collections.shuffle(rows, new Random(7));
        return new History(
                rows.stream().mapToDouble(i -> city.x()[i]).toArray(),
                rows.stream().mapToDouble(i -> city.y()[i]).toArray(),
                rows.stream().mapToLong(i -> city.days()[i]).toArray(),
                rows.stream().mapToInt(i -> city.cells()[i]).toArray());
    }

    @Test
    void progressGrowsToOneAndAnInterruptStops() {
        var city = new City(City.Kind.CLUSTERS, 1000, 250, 8);
        var chooser = new SurfaceChooser(city.sites(), 250, 250 * 250);
        List<Double> heard = new ArrayList<>();

        chooser.choose(city.history(), City.KNOWN_DAYS, heard::add);

        assertThat(heard).isSorted().endsWith(1.0).hasSize(6);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> chooser.choose(city.history(), City.KNOWN_DAYS, share -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void wrongInputIsRefused() {
        var sites = new Sites(new double[1], new double[1]);
        assertThatIllegalArgumentException().isThrownBy(() -> new SurfaceChooser(sites, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History(new double[1], new double[1], new long[2], new int[1]));
    }
}
