package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.words.Name;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

final class HotspotFinderTest {

    private final Town town = new Town();

    @Test
    void aPlaceWithEnoughReportsFromEnoughVoicesIsNamedAfterItsCauseAndPlace() {
        town.reports(9, 0, 0, "2026-06-01", "A11").reports(2, 300, 0, "2026-06-01", "A41");

        Hotspots found = Town.finder(at -> Optional.of(new Name("vid Idrottshallen", "at Idrottshallen")))
                .find(town.snapshot(), Filter.counting(), HotspotParameters.DEFAULT);

        assertThat(found.list()).hasSize(1);
        Hotspot hotspot = found.list().get(0);
        assertThat(hotspot.name())
                .isEqualTo(
                        new Name("Bristande belysning vid Idrottshallen", "Missing or poor lighting at Idrottshallen"));
        assertThat(hotspot.rank()).isEqualTo(1);
        assertThat(hotspot.facts().reports()).isEqualTo(9);
        assertThat(hotspot.facts().reporters()).isEqualTo(5);
        assertThat(hotspot.facts().causeCounts()).isEqualTo(Map.of("A11", 9));
        assertThat(found.total()).isEqualTo(11);
        assertThat(found.crs()).isEqualTo("EPSG:3006");
        assertThat(found.snapshotVersion()).isEqualTo(7);
        LonLat expected = Town.at(0, 0);
        assertThat(hotspot.centre().lonDeg()).isCloseTo(expected.lonDeg(), within(1e-6));
        assertThat(hotspot.centre().latDeg()).isCloseTo(expected.latDeg(), within(1e-6));
    }

    @Test
    void withoutAPlaceNearItTheNameHoldsTheRank() {
        town.reports(9, 0, 0, "2026-06-01", "A41").reports(12, 400, 0, "2026-06-01", "B11");

        List<Hotspot> list = find(HotspotParameters.DEFAULT);

        assertThat(list)
                .extracting(hotspot -> hotspot.name().sv())
                .containsExactly("Fortkörning, hotspot 1", "Nedskräpning, hotspot 2");
        assertThat(list)
                .extracting(hotspot -> hotspot.name().en())
                .containsExactly("Speeding, hotspot 1", "Litter, hotspot 2");
    }

    @Test
    void oneAngryVoiceMakesNoHotspot() {
        for (int i = 0; i < 30; i++) {
            town.report(0, 0, "2026-06-01").reporter(1).add();
        }

        assertThat(find(HotspotParameters.DEFAULT)).isEmpty();
        assertThat(find(new HotspotParameters(50, 8, 1, 100))).hasSize(1);
    }

    @Test
    void sourcesCountAsVoicesWhereReportersAreNotKnownApart() {
        for (int i = 0; i < 9; i++) {
            Source source =
                    List.of(Source.RESIDENT, Source.POLICE, Source.EMPLOYEE).get(i % 3);
            town.report(0, 0, "2026-06-01").reporter(-1).source(source).add();
        }

        List<Hotspot> list = find(HotspotParameters.DEFAULT);

        assertThat(list).hasSize(1);
        assertThat(list.get(0).facts().reporters()).isEqualTo(1);
        assertThat(list.get(0).facts().sources()).containsExactly(Source.EMPLOYEE, Source.RESIDENT, Source.POLICE);
    }

    @Test
    void positivePlacesDuplicatesAndUnmoderatedReportsNeverCount() {
        for (int i = 0; i < 20; i++) {
            town.report(0, 0, "2026-06-01").causes("F11").add();
            town.report(200, 0, "2026-06-01").state(ReportState.DUPLICATE).add();
            town.report(400, 0, "2026-06-01").state(ReportState.RECEIVED).add();
            town.report(600, 0, "2026-06-01").state(ReportState.REJECTED).add();
        }
        town.report(0, 0, "2026-06-01").add();

        Hotspots all = Town.finder().find(town.snapshot(), Filter.everything(), HotspotParameters.DEFAULT);

        assertThat(all.list()).isEmpty();
        assertThat(all.total()).isEqualTo(1);
    }

    @Test
    void theWindowIsTheTwoYearsUpToTheNewestReportThatCounts() {
        town.reports(8, 0, 0, "2024-07-01", "A11").reports(9, 400, 0, "2024-06-20", "A11");
        town.report(9000, 0, "2026-06-30").add();
        town.report(9000, 0, "2026-11-30").state(ReportState.RECEIVED).add();
        town.report(9000, 0, "2026-12-30").causes("F11").add();

        Hotspots found = Town.finder().find(town.snapshot(), Filter.counting(), HotspotParameters.DEFAULT);

        assertThat(found.window())
                .contains(new Window(LocalDate.parse("2024-07-01"), LocalDate.parse("2026-06-30"), Town.ZONE));
        assertThat(found.list()).hasSize(1);
        assertThat(found.list().get(0).facts().reports()).isEqualTo(8);
        assertThat(found.total()).isEqualTo(9);
    }

    @Test
    void aHalfOpenFilterIsFilledUp() {
        town.reports(8, 0, 0, "2023-01-01", "A11");
        town.report(9000, 0, "2026-06-30").add();

        assertThat(window(Map.of("to", List.of("2023-12-31"))))
                .isEqualTo(new Window(LocalDate.parse("2022-01-01"), LocalDate.parse("2023-12-31"), Town.ZONE));
        assertThat(window(Map.of("from", List.of("2020-03-01"))))
                .isEqualTo(new Window(LocalDate.parse("2020-03-01"), LocalDate.parse("2026-06-30"), Town.ZONE));
        assertThat(window(Map.of("from", List.of("2027-03-01"))))
                .isEqualTo(new Window(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-01"), Town.ZONE));
    }

    @Test
    void theYearBeforeIsCountedInsideTheOutlineAlsoWhereTheFilterIsNarrower() {
        town.reports(10, 0, 0, "2026-06-10", "A11").reports(4, 0, 0, "2025-08-01", "A11");
        town.reports(3, 5, 5, "2025-06-01", "A11").reports(2, 5, 5, "2024-06-25", "A11");
        town.reports(5, 500, 0, "2025-06-01", "A11").reports(6, 5, 5, "2025-06-01", "B11");
        town.report(9000, 0, "2026-06-30").add();

        Hotspot narrow = Town.finder()
                .find(
                        town.snapshot(),
                        filter(Map.of(
                                "from", List.of("2026-06-01"), "to", List.of("2026-06-30"), "cause", List.of("A11"))),
                        HotspotParameters.DEFAULT)
                .list()
                .get(0);

        assertThat(narrow.facts().reports()).isEqualTo(10);
        assertThat(narrow.facts().course().recent()).isEqualTo(14);
        assertThat(narrow.facts().course().before()).isEqualTo(3);
        assertThat(narrow.facts().course().change().orElseThrow().ratio().getAsDouble())
                .isCloseTo(14.0 / 3, within(1e-12));
    }

    @Test
    void theShareInTheDarkIsOfReportsWithKnownLightAndNeedsThree() {
        town.reports(9, 0, 0, "2026-06-01", "A11").reports(9, 400, 0, "2026-06-01", "A41");
        town.report(0, 0, "2026-06-02").light(Light.DARK).add();
        town.report(0, 0, "2026-06-02").light(Light.DARK).add();
        town.report(0, 0, "2026-06-02").light(Light.LIGHT).add();
        town.report(400, 0, "2026-06-02").light(Light.DARK).add();
        town.report(400, 0, "2026-06-02").light(Light.DARK).add();

        List<Hotspot> list = find(HotspotParameters.DEFAULT);

        assertThat(list.get(0).facts().darkShare().getAsDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(list.get(1).facts().darkShare()).isEmpty();
    }

    @Test
    void ofEquallyFrequentCausesTheLowerCodeNamesTheHotspot() {
        for (int i = 0; i < 8; i++) {
            town.report(0, 0, "2026-06-01").causes("B11", "A41", "F11").add();
        }

        Facts facts = find(HotspotParameters.DEFAULT).get(0).facts();

        assertThat(facts.mainCause()).isEqualTo("A41");
        assertThat(facts.causeCounts()).containsExactly(Map.entry("A41", 8), Map.entry("B11", 8));
    }

    @Test
    void equallyManyReportsAreRankedByVoicesThenByTheNewest() {
        for (int i = 0; i < 8; i++) {
            town.report(0, 0, "2026-06-01").reporter(i % 3).add();
            town.report(500, 0, "2026-06-02").reporter(i % 4).add();
            town.report(1000, 0, "2026-06-03").reporter(i % 3).add();
        }

        assertThat(find(HotspotParameters.DEFAULT))
                .extracting(hotspot -> hotspot.facts().newestMinute() / 1440 % 10)
                .hasSize(3);
        assertThat(find(HotspotParameters.DEFAULT))
                .extracting(hotspot ->
                        Window.dayOf(hotspot.facts().newestMinute(), Town.ZONE).toString())
                .containsExactly("2026-06-02", "2026-06-03", "2026-06-01");
    }

    @Test
    void theOrderInWhichReportsCameChangesNothing() {
        long seed = 99;
        for (int i = 0; i < 600; i++) {
            double angle = i * 2.399963;
            double radius = 20 * Math.sqrt(i) + 3 * (i % 11);
            town.report(radius * Math.cos(angle), radius * Math.sin(angle), "2026-06-01")
                    .causes(i % 3 == 0 ? "A41" : "B11")
                    .add();
        }
        var parameters = new HotspotParameters(60, 10, 3, 100);

        Hotspots one = Town.finder().find(town.snapshot(), Filter.counting(), parameters);
        Hotspots other = Town.finder().find(town.shuffled(seed), Filter.counting(), parameters);

        assertThat(one.list()).isNotEmpty();
        assertThat(other.list()).as("seed " + seed).isEqualTo(one.list());
    }

    @Test
    void theIdStaysWhenAFewReportsCome() {
        town.reports(20, 30, 30, "2026-05-01", "A11");
        String before = find(HotspotParameters.DEFAULT).get(0).id();
        town.reports(3, 40, 35, "2026-06-01", "A41");

        assertThat(find(HotspotParameters.DEFAULT).get(0).id())
                .isEqualTo(before)
                .matches("h[0-9a-f]{10}");
    }

    @Test
    void twoHotspotsOfOneSquareHaveDifferentIds() {
        town.reports(9, 10, 10, "2026-06-01", "A11").reports(8, 10, 130, "2026-06-01", "A11");

        List<Hotspot> list = find(HotspotParameters.DEFAULT);

        assertThat(list).hasSize(2);
        assertThat(list.get(1).id()).isNotEqualTo(list.get(0).id());
    }

    @Test
    void everyMemberLiesInsideTheOutline() {
        var geometries = new GeometryFactory();
        for (int i = 0; i < 40; i++) {
            town.report(i * 20, i % 7, "2026-06-01").add();
        }

        Hotspot street = find(new HotspotParameters(50, 5, 3, 100)).get(0);

        assertThat(street.facts().reports()).isEqualTo(40);
        assertThat(street.outline().isValid()).isTrue();
        for (int i = 0; i < 40; i++) {
            LonLat at = Town.at(i * 20, i % 7);
            assertThat(street.outline().contains(geometries.createPoint(new Coordinate(at.lonDeg(), at.latDeg()))))
                    .isTrue();
        }
    }

    @Test
    void aStrayReportOnTheOtherSideOfTheEarthHangsNothing() {
        town.reports(9, 0, 0, "2026-06-01", "A11");
        town.report(-400_000, -6_000_000, "2026-06-01").add();

        assertThat(find(HotspotParameters.DEFAULT)).hasSize(1);
    }

    @Test
    void theLimitKeepsTheBest() {
        town.reports(9, 0, 0, "2026-06-01", "A11")
                .reports(11, 400, 0, "2026-06-01", "A11")
                .reports(10, 800, 0, "2026-06-01", "A11");

        assertThat(find(new HotspotParameters(50, 8, 3, 2)))
                .extracting(hotspot -> hotspot.facts().reports())
                .containsExactly(11, 10);
    }

    @Test
    void anEmptySnapshotHasNoHotspotsAndNoWindow() {
        Hotspots found = Town.finder().find(Snapshot.empty(3), Filter.counting(), HotspotParameters.DEFAULT);

        assertThat(found.list()).isEmpty();
        assertThat(found.window()).isEmpty();
        assertThat(found.total()).isZero();
    }

    @Test
    void aSystemInDegreesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HotspotFinder(
                                Town.TAXONOMY,
                                () -> MetricCrs.of("EPSG:4326"),
                                Town.ZONE,
                                at -> Optional.empty(),
                                Streets.NONE)
                        .find(town.snapshot(), Filter.counting(), HotspotParameters.DEFAULT))
                .withMessageContaining("EPSG:4326");
    }

    private List<Hotspot> find(HotspotParameters parameters) {
        return Town.finder()
                .find(town.snapshot(), Filter.counting(), parameters)
                .list();
    }

    private Window window(Map<String, List<String>> query) {
        return Town.finder()
                .find(town.snapshot(), filter(query), HotspotParameters.DEFAULT)
                .window()
                .orElseThrow();
    }

    private static Filter filter(Map<String, List<String>> query) {
        QueryParameters parameters = QueryParameters.of(query, Filter.parametersAnd());
        Filter filter = Filter.parse(parameters, Town.TAXONOMY, Town.ZONE);
        parameters.check();
        return filter;
    }
}
