package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planted truth is what a plain quadratic DBSCAN (Ester et al. 1996) finds, and nothing else is. */
class TruthTest {

    private static final double EPS_METRES = 50;
    private static final int MIN_REPORTS = 8;
    private static final int MIN_REPORTERS = 3;

    private static List<DemoReport> counting = List.of();

    @BeforeAll
    static void build() {
        counting = Reports.of(Town.build()).stream().filter(DemoReport::counts).toList();
    }

    static List<LocalDate> monthsOfWindows() {
        return IntStream.rangeClosed(0, 24)
                .mapToObj(i -> Drafting.FIRST_DAY.plusMonths(i))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("monthsOfWindows")
    void noOrdinaryPlaceIsAHotspotInAnyTwentyFourMonths(LocalDate from) {
        List<List<DemoReport>> found = hotspots(from, from.plusMonths(24).minusDays(1));

        assertThat(found).allMatch(cluster -> cluster.stream().allMatch(report -> planted(report) != null));
        assertThat(found.stream().map(cluster -> planted(cluster.get(0)))).doesNotHaveDuplicates();
    }

    @Test
    void theDefaultWindowHasAllCurrentHotspotsAndNoOther() {
        List<String> found = defaultWindow().stream()
                .map(cluster -> String.valueOf(planted(cluster.get(0))))
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Truth.hotspots().stream()
                        .filter(Planted::isCurrent)
                        .map(Planted::id)
                        .toList());
    }

    @Test
    void idrottshallenIsAmongTheFirstFive() {
        List<String> first = defaultWindow().stream()
                .sorted(Comparator.comparingInt(cluster -> -cluster.size()))
                .limit(5)
                .map(cluster -> String.valueOf(planted(cluster.get(0))))
                .toList();

        assertThat(first).contains("idrottshallen");
    }

    @Test
    void theMostFrequentCauseOfEachHotspotIsItsMainCause() {
        for (List<DemoReport> cluster : defaultWindow()) {
            String id = String.valueOf(planted(cluster.get(0)));
            Planted hotspot = Truth.hotspots().stream()
                    .filter(planted -> planted.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            long main = with(cluster, hotspot.mainCause());

            assertThat(cluster.stream()
                            .flatMap(report -> report.causes().stream())
                            .distinct())
                    .as(id)
                    .allMatch(cause -> cause.equals(hotspot.mainCause()) || with(cluster, cause) < main);
        }
    }

    @Test
    void theSolvedHotspotWasOneAndIsGone() {
        assertThat(hotspots(Drafting.FIRST_DAY, LocalDate.of(2024, 6, 30)).stream()
                        .map(cluster -> String.valueOf(planted(cluster.get(0)))))
                .contains("kvarnbron");
        assertThat(Truth.hotspots().stream().filter(planted -> !planted.isCurrent()))
                .extracting(Planted::id)
                .containsExactly("kvarnbron");
    }

    @Test
    void theTrapsWouldBeHotspotsIfVoicesWereNotCounted() {
        List<DemoReport> window = window(LocalDate.of(2024, 7, 1), Drafting.LAST_DAY);
        List<List<DemoReport>> clusters = clusters(window);

        for (Truth.Trap trap : Truth.traps().subList(0, 2)) {
            assertThat(clusters.stream()
                            .filter(cluster ->
                                    trap.where().distance(cluster.get(0).spot()) < 60))
                    .as(trap.id())
                    .hasSize(1)
                    .allMatch(cluster -> voices(cluster) == 1);
        }
    }

    private static List<List<DemoReport>> defaultWindow() {
        return hotspots(LocalDate.of(2024, 7, 1), Drafting.LAST_DAY);
    }

    private static List<List<DemoReport>> hotspots(LocalDate from, LocalDate to) {
        return clusters(window(from, to)).stream()
                .filter(cluster -> voices(cluster) >= MIN_REPORTERS)
                .toList();
    }

    private static List<DemoReport> window(LocalDate from, LocalDate to) {
        return counting.stream()
                .filter(report -> !report.when().occurred().toLocalDate().isBefore(from)
                        && !report.when().occurred().toLocalDate().isAfter(to))
                .toList();
    }

    /** Grows a cluster from every core report not yet in one; border reports fall to the first that reaches them. */
    private static List<List<DemoReport>> clusters(List<DemoReport> window) {
        Set<DemoReport> taken = new HashSet<>();
        List<List<DemoReport>> clusters = new ArrayList<>();
        for (DemoReport seed : window) {
            if (taken.contains(seed) || near(window, seed).size() < MIN_REPORTS) {
                continue;
            }
            List<DemoReport> cluster = new ArrayList<>();
            Deque<DemoReport> open = new ArrayDeque<>(List.of(seed));
            taken.add(seed);
            while (!open.isEmpty()) {
                DemoReport next = open.pop();
                cluster.add(next);
                List<DemoReport> near = near(window, next);
                near.stream()
                        .filter(other -> near.size() >= MIN_REPORTS)
                        .filter(taken::add)
                        .forEach(open::push);
            }
            clusters.add(cluster);
        }
        return clusters;
    }

    private static List<DemoReport> near(List<DemoReport> window, DemoReport report) {
        return window.stream()
                .filter(other -> other.spot().distance(report.spot()) <= EPS_METRES)
                .toList();
    }

    /** Different reporters; anonymous reports of one day are one voice. */
    private static long voices(List<DemoReport> cluster) {
        return cluster.stream()
                .map(report -> report.reporter().isEmpty()
                        ? report.when().occurred().toLocalDate().toString()
                        : report.reporter())
                .distinct()
                .count();
    }

    private static long with(List<DemoReport> cluster, String cause) {
        return cluster.stream()
                .filter(report -> report.causes().contains(cause))
                .count();
    }

    private static @Nullable String planted(DemoReport report) {
        return Truth.hotspots().stream()
                .filter(planted -> planted.where().distance(report.spot())
                        <= planted.where().radius() + 0.02)
                .map(Planted::id)
                .findFirst()
                .orElse(null);
    }
}
