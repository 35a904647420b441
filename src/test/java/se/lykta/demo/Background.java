package se.lykta.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/**
 * Ordinary reports all over the town, even along its streets.
 *
 * <p>A candidate is refused when it would make an ordinary place look like a hotspot: more than {@value #MOST} counting
 * reports within {@value #NEAR_METRES} m in any 24 months, or a place too near a planted one. Chance would otherwise do
 * so somewhere among a thousand reports, and the truth would be no truth.
 */
final class Background {

    static final int MOST = 5;
    static final double NEAR_METRES = 55;
    private static final double APART_METRES = 62;
    private static final Duration WINDOW = Duration.ofDays(732);
    private static final String SOURCES =
            "resident:52 employee:14 municipal_company:8 property_owner:7 business:5 association:5 police:5 walk:2"
                    + " rescue_service:1 security_company:1";

    /** What ordinary reports are about: weighted causes with a rhythm and a season. */
    private record Kind(double weight, String causes, Rhythm rhythm, Season season) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(22, "A12:60 A11:40", Rhythm.DARK, Season.DARK),
            new Kind(9, "A31:70 A21:30", Rhythm.DAY, Season.SUMMER),
            new Kind(17, "B11:60 B21:25 B12:15", Rhythm.COMMUTE, Season.EVEN),
            new Kind(6, "B13:70 B22:30", Rhythm.EVENING, Season.SUMMER),
            new Kind(6, "B23:80 B31:20", Rhythm.DAY, Season.EVEN),
            new Kind(15, "A41:50 A43:25 A54:15 A44:10", Rhythm.DAY, Season.OUTDOOR),
            new Kind(9, "D11:45 A42:35 D12:20", Rhythm.DAY, Season.EVEN),
            new Kind(6, "C12:60 C11:25 C14:15", Rhythm.EVENING, Season.OUTDOOR),
            new Kind(5, "A61:40 A22:30 A23:30", Rhythm.EVENING, Season.EVEN),
            new Kind(3, "D14:70 C13:30", Rhythm.EVENING, Season.EVEN),
            new Kind(2, "E19:60 E11:30 D13:10", Rhythm.DAY, Season.OUTDOOR));

    private final List<Shape> streets;
    private final double[] lengths;
    private final List<Planted.Where> kept = keptClear();
    private final Dice dice = Dice.named("background");
    private final List<DemoReport> reports = new ArrayList<>();

    private Background(List<Shape> streets) {
        this.streets = streets;
        this.lengths = streets.stream()
                .mapToDouble(street -> Frontages.length(street.spots()))
                .toArray();
    }

    static List<DemoReport> along(List<Shape> streets, int count) {
        var background = new Background(streets);
        for (int tries = 0; background.reports.size() < count; tries++) {
            if (tries > 100 * count) {
                throw new IllegalStateException("the town is too small for " + count + " ordinary reports");
            }
            background.tryOne();
        }
        return background.reports;
    }

    private void tryOne() {
        int index = dice.weighted(lengths);
        Shape street = streets.get(index);
        double metres = dice.unit() * lengths[index];
        Spot spot = Frontages.segmentAt(street.spots(), metres)[2].plus(dice.bell() * 4, dice.bell() * 4);
        Kind kind =
                KINDS.get(dice.weighted(KINDS.stream().mapToDouble(Kind::weight).toArray()));
        LocalDateTime occurred = PlantedReports.moment(kind.rhythm(), month(kind.season()), dice);
        if (kept.stream().allMatch(where -> where.distance(spot) > where.radius() + APART_METRES)) {
            add(street, spot, kind, occurred);
        }
    }

    private void add(Shape street, Spot spot, Kind kind, LocalDateTime occurred) {
        boolean waits = dice.chance(isNew(occurred) ? 0.6 : 0.04);
        if (!waits && isCrowded(spot, occurred)) {
            return;
        }
        Source source = Drafting.source(SOURCES, dice);
        List<String> causes = Drafting.causes(Weights.of(kind.causes()), dice);
        ReportState state = waits ? Drafting.waitingState(occurred, dice) : Drafting.countingState(occurred, dice);
        reports.add(new DemoReport(
                spot,
                Drafting.when(occurred, dice),
                causes,
                source,
                state,
                placeKind(street, causes.get(0)),
                Drafting.reporter(source, dice),
                Texts.about(causes.get(0), placeName(street), dice)));
    }

    private static boolean isNew(LocalDateTime occurred) {
        return Duration.between(occurred, Drafting.LAST_DAY.atTime(23, 30)).toDays() < 30;
    }

    /** Says whether the candidate or a neighbour would have too many counting neighbours in any window. */
    private boolean isCrowded(Spot spot, LocalDateTime occurred) {
        List<DemoReport> near = near(spot, occurred);
        return near.size() >= MOST
                || near.stream()
                        .anyMatch(other ->
                                near(other.spot(), other.when().occurred()).size() > MOST);
    }

    private List<DemoReport> near(Spot spot, LocalDateTime occurred) {
        return reports.stream()
                .filter(DemoReport::counts)
                .filter(other -> other.spot().distance(spot) <= NEAR_METRES)
                .filter(other -> Duration.between(other.when().occurred(), occurred)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0)
                .toList();
    }

    private YearMonth month(Season season) {
        double[] weights =
                IntStream.rangeClosed(1, 12).mapToDouble(season::weight).toArray();
        int month = 1 + dice.weighted(weights);
        int year = 2022 + dice.below(4);
        return YearMonth.of(month >= 7 ? year : year + 1, month);
    }

    private static PlaceKind placeKind(Shape street, String cause) {
        if (cause.equals("B31")) {
            return PlaceKind.STOP;
        }
        if (street.isFootOnly()) {
            return PlaceKind.CYCLEWAY;
        }
        if (cause.startsWith("B") || street.tag("highway").equals("secondary")) {
            return PlaceKind.ROAD;
        }
        return street.frontage().equals("houses") || street.frontage().equals("slabs")
                ? PlaceKind.HOUSING_AREA
                : PlaceKind.OTHER;
    }

    private static String placeName(Shape street) {
        return street.tag("name").isEmpty() ? "gångvägen" : street.tag("name");
    }

    private static List<Planted.Where> keptClear() {
        return Stream.concat(
                        Truth.hotspots().stream().map(Planted::where),
                        Truth.traps().stream().map(Truth.Trap::where))
                .toList();
    }
}
