package se.lykta.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import se.lykta.taxonomy.PlaceKind;

/** What is planted in Ljusbro: the hotspots, the traps that must not become one, and the places people like. */
final class Truth {

    /** A place that many reports name but that is no hotspot. */
    record Trap(String id, Planted.Where where, String why) {}

    private static final String PEOPLE = "resident:55 employee:15 association:10 property_owner:8 walk:6 police:6";
    private static final String GUARDS = "resident:40 police:22 security_company:18 business:12 employee:8";
    private static final String DRIVERS = "resident:70 employee:12 association:8 police:10";

    private static final LocalDate LAMPS = LocalDate.of(2025, 10, 15);
    private static final LocalDate BRIDGE_LAMPS = LocalDate.of(2023, 10, 20);

    private Truth() {}

    static List<Planted> hotspots() {
        return Stream.concat(busy().stream(), quieter().stream()).toList();
    }

    private static List<Planted> busy() {
        return List.of(
                new Planted(
                        "idrottshallen",
                        at("Idrottshallen", PlaceKind.SPORTS_HALL, 42, new Spot(150, -566)),
                        "A11:60 A12:24 A61:8 A22:5 D11:3",
                        PEOPLE,
                        new Planted.Course(Rhythm.DARK, Season.DARK, List.of(28, 38, 64, 84), "falling", LAMPS)),
                new Planted(
                        "skolgatan",
                        at(
                                "Skolgatan",
                                PlaceKind.ROAD,
                                10,
                                new Spot(8, -161),
                                new Spot(30, -160),
                                new Spot(122, -163),
                                new Spot(212, -176),
                                new Spot(240, -186)),
                        "B11:74 B21:16 B12:10",
                        DRIVERS,
                        course(Rhythm.COMMUTE, Season.SCHOOL_YEAR, "steady", 28, 30, 33, 34)),
                new Planted(
                        "sjostigen",
                        at("Sjöstigen", PlaceKind.CYCLEWAY, 24, new Spot(-254, -440), new Spot(-264, -500)),
                        "A31:70 A21:14 A54:10 A22:6",
                        PEOPLE,
                        course(Rhythm.DAY, Season.SUMMER, "seasonal", 14, 16, 18, 18)),
                new Planted(
                        "stationen",
                        at("Ljusbro station", PlaceKind.TRAVEL_CENTRE, 40, new Spot(30, 418)),
                        "C12:44 C11:24 D11:20 D12:8 C13:4",
                        GUARDS,
                        course(Rhythm.EVENING, Season.EVEN, "rising", 10, 14, 24, 56)));
    }

    private static List<Planted> quieter() {
        return List.of(
                new Planted(
                        "soltunneln",
                        at("Soltunneln", PlaceKind.UNDERPASS, 22, new Spot(440, -112), new Spot(482, -108)),
                        "A53:56 A42:26 A12:8 D12:6 A41:4",
                        PEOPLE,
                        course(Rhythm.EVENING, Season.EVEN, "steady", 24, 24, 24, 24)),
                new Planted(
                        "stortorget",
                        at("Stortorget", PlaceKind.SQUARE, 36, new Spot(3, 2)),
                        "C12:72 D12:12 A41:10 D11:6",
                        GUARDS,
                        course(Rhythm.WEEKEND_NIGHT, Season.OUTDOOR, "steady", 22, 24, 23, 23)),
                new Planted(
                        "kopcentrum",
                        at("Ljusbro köpcentrum", PlaceKind.SHOPPING_CENTRE, 42, new Spot(704, 232)),
                        "B13:54 B12:38 A41:8",
                        "resident:50 business:26 security_company:12 police:12",
                        course(Rhythm.EVENING, Season.SUMMER, "seasonal", 16, 20, 22, 22)),
                new Planted(
                        "bjorkhagen",
                        at("Björkhagen", PlaceKind.STOP, 26, new Spot(786, -626)),
                        "B31:58 D12:26 A41:10 A12:6",
                        "resident:52 municipal_company:22 property_owner:18 employee:8",
                        course(Rhythm.EVENING, Season.EVEN, "steady", 9, 11, 14, 14)),
                new Planted(
                        "kvarnbron",
                        at("Kvarnbron", PlaceKind.CYCLEWAY, 26, new Spot(-428, -304), new Spot(-368, -296)),
                        "A12:62 A42:28 A11:10",
                        PEOPLE,
                        new Planted.Course(Rhythm.DARK, Season.DARK, List.of(34, 18, 0, 0), "solved", BRIDGE_LAMPS)));
    }

    static List<Trap> traps() {
        return List.of(
                new Trap(
                        "one-reporter",
                        at("Lärkvägen", PlaceKind.HOUSING_AREA, 10, new Spot(-700, 224)),
                        "fifteen reports of one reporter at his own corner: one voice, not three"),
                new Trap(
                        "one-day",
                        at("Granvägen", PlaceKind.HOUSING_AREA, 16, new Spot(-640, 556)),
                        "twelve anonymous reports of one day: one voice, not three"),
                new Trap(
                        "not-counting",
                        at("Rosenvägen", PlaceKind.HOUSING_AREA, 16, new Spot(770, -196)),
                        "fifteen reports, ten of them duplicates or rejected: five count, not eight"));
    }

    /** Places people like: their reports (F11) never count. */
    static List<Trap> likedPlaces() {
        return List.of(
                new Trap(
                        "stadsparken",
                        at("Stadsparken", PlaceKind.PARK, 55, new Spot(300, -50)),
                        "only positive reports"),
                new Trap(
                        "biblioteket",
                        at("Ljusbro bibliotek", PlaceKind.OTHER, 25, new Spot(60, 206)),
                        "only positive reports"));
    }

    private static Planted.Where at(String name, PlaceKind kind, double radius, Spot... line) {
        return new Planted.Where(name, kind, List.of(line), radius);
    }

    private static Planted.Course course(Rhythm rhythm, Season season, String trend, Integer... perYear) {
        return new Planted.Course(rhythm, season, List.of(perYear), trend, null);
    }
}
