package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.facts.Facts;
import se.lykta.http.ApiException;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

final class PartsAndWeightsTest {

    private static final HotspotParameters BY_GROUP = HotspotParameters.DEFAULT.ofEachGroup();

    private final Town town = new Town();

    /** Six of each at one place: twelve make a hotspot of all causes, six of a group none. */
    @Test
    void reportsOfTwoGroupsMakeNoHotspotOfEither() {
        town.reports(6, 0, 0, "2026-06-01", "A11").reports(6, 0, 0, "2026-06-01", "B11");

        assertThat(find(HotspotParameters.DEFAULT)).hasSize(1);
        assertThat(find(BY_GROUP)).isEmpty();
    }

    @Test
    void aReportWithCausesOfTwoGroupsCountsInBoth() {
        for (int i = 0; i < 9; i++) {
            town.report(0, 0, "2026-06-01").causes("A11", "B11").add();
        }
        town.report(0, 0, "2026-06-01").causes("A41", "F11").add();

        Hotspots found = Town.finder().find(town.snapshot(), Filter.counting(), BY_GROUP);

        assertThat(found.total()).isEqualTo(10);
        assertThat(found.list())
                .extracting(one -> one.standing().group())
                .containsExactly(Optional.of("A"), Optional.of("B"));
        assertThat(found.list())
                .extracting(one -> one.facts().causeCounts())
                .containsExactly(Map.of("A11", 9, "A41", 1), Map.of("B11", 9));
        assertThat(found.list()).extracting(Hotspot::rank).containsExactly(1, 2);
        assertThat(found.list().get(1).explanation().sv()).endsWith("Bara orsaker inom gruppen trafik räknas.");
    }

    @Test
    void idsOfGroupsAreOtherOnesThanThoseOfAllCauses() {
        town.reports(9, 0, 0, "2026-06-01", "A11");

        String overall = find(HotspotParameters.DEFAULT).get(0).id();

        assertThat(find(BY_GROUP).get(0).id()).isEqualTo("A-" + overall);
    }

    @Test
    void groupsAreRankedTogetherAndTheLimitIsForAll() {
        town.reports(9, 0, 0, "2026-06-01", "A11").reports(12, 500, 0, "2026-06-01", "B11");
        town.reports(10, 1000, 0, "2026-06-01", "A41");

        List<Hotspot> best = find(new HotspotParameters(50, 8, 3, 2, true, Weights.NONE));

        assertThat(best).extracting(one -> one.facts().mainCause()).containsExactly("B11", "A41");
    }

    @Test
    void aFilterOfCausesLooksAtTheirGroupsOnly() {
        for (int i = 0; i < 9; i++) {
            town.report(0, 0, "2026-06-01").causes("A11", "B11").add();
        }
        Filter lighting = filter(Map.of("cause", List.of("A11")));

        List<Hotspot> found =
                Town.finder().find(town.snapshot(), lighting, BY_GROUP).list();

        assertThat(found).extracting(one -> one.standing().group()).containsExactly(Optional.of("A"));
    }

    /** Twelve uneasy ones weigh 6, nine very unsafe ones 18, ten unknown ones 10. */
    @Test
    void severityDecidesTheRankAndUnknownWeighsAsTheMiddle() {
        severe(12, 0, Severity.UNEASY);
        severe(9, 500, Severity.VERY_UNSAFE);
        severe(10, 1000, Severity.UNKNOWN);

        List<Hotspot> found = find(weighted(new Weights(true, OptionalInt.empty())));

        assertThat(found).extracting(one -> one.facts().reports()).containsExactly(9, 10, 12);
        assertThat(found)
                .extracting(one -> one.standing().weight())
                .containsExactly(OptionalDouble.of(18), OptionalDouble.of(10), OptionalDouble.of(6));
        assertThat(found.get(0).explanation().en())
                .endsWith("Ranked by severity (very unsafe counts double, uneasy half, unknown as unsafe).");
        assertThat(find(HotspotParameters.DEFAULT))
                .extracting(one -> one.facts().reports())
                .containsExactly(12, 10, 9);
    }

    @Test
    void weightsNeverMakeAHotspot() {
        severe(7, 0, Severity.VERY_UNSAFE);

        assertThat(find(weighted(new Weights(true, OptionalInt.empty())))).isEmpty();
    }

    /** Nine of yesterday weigh almost 9; ten of 360 days before weigh a quarter each. */
    @Test
    void aReportWeighsHalfAfterTheHalfLife() {
        for (int i = 0; i < 10; i++) {
            town.report(0, 0, "2025-07-06").add();
        }
        for (int i = 0; i < 9; i++) {
            town.report(500, 0, "2026-07-01").add();
        }

        List<Hotspot> found = find(weighted(new Weights(false, OptionalInt.of(180))));

        assertThat(found).extracting(one -> one.facts().reports()).containsExactly(9, 10);
        double halfDay = Math.pow(2, -0.5 / 180);
        assertThat(found.get(0).standing().weight().orElseThrow()).isCloseTo(9 * halfDay, within(1e-9));
        assertThat(found.get(1).standing().weight().orElseThrow()).isCloseTo(2.5 * halfDay, within(1e-9));
    }

    /** One event told by three sources is one report and two duplicates of it: seven others are needed, not five. */
    @Test
    void anEventThatThreeSourcesTellCountsOnce() {
        town.report(0, 0, "2026-06-01").source(Source.POLICE).add();
        town.report(0, 0, "2026-06-01")
                .source(Source.RESIDENT)
                .state(ReportState.DUPLICATE)
                .add();
        town.report(0, 0, "2026-06-01")
                .source(Source.EMPLOYEE)
                .state(ReportState.DUPLICATE)
                .add();
        town.reports(6, 0, 0, "2026-06-01", "A11");
        assertThat(find(HotspotParameters.DEFAULT)).isEmpty();

        town.report(0, 0, "2026-06-01").add();

        Facts facts = find(HotspotParameters.DEFAULT).get(0).facts();
        assertThat(facts.reports()).isEqualTo(8);
        assertThat(facts.sources()).containsExactlyInAnyOrder(Source.POLICE, Source.RESIDENT);
    }

    @Test
    void aHalfLifeWithoutItsWeightAndUnknownWordsAreRefused() {
        assertThatThrownBy(() -> parse(Map.of("halfLife", List.of("30")))).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> parse(Map.of("weight", List.of("anger")))).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> parse(Map.of("by", List.of("cause")))).isInstanceOf(ApiException.class);
        assertThat(parse(Map.of("weight", List.of("recency,severity"), "by", List.of("group"))))
                .isEqualTo(new HotspotParameters(50, 8, 3, 100, true, new Weights(true, OptionalInt.of(180))));
    }

    private void severe(int n, double x, Severity severity) {
        for (int i = 0; i < n; i++) {
            town.report(x, 0, "2026-06-01").severity(severity).add();
        }
    }

    private static HotspotParameters weighted(Weights weights) {
        return new HotspotParameters(50, 8, 3, 100, false, weights);
    }

    private List<Hotspot> find(HotspotParameters parameters) {
        return Town.finder()
                .find(town.snapshot(), Filter.counting(), parameters)
                .list();
    }

    private static HotspotParameters parse(Map<String, List<String>> query) {
        QueryParameters parameters = QueryParameters.of(query, HotspotParameters.PARAMETERS.toArray(String[]::new));
        HotspotParameters read = HotspotParameters.parse(parameters);
        parameters.check();
        return read;
    }

    private static Filter filter(Map<String, List<String>> query) {
        QueryParameters parameters = QueryParameters.of(query, Filter.parametersAnd());
        Filter filter = Filter.parse(parameters, Town.TAXONOMY, Town.ZONE);
        parameters.check();
        return filter;
    }
}
