package se.lykta.walk.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkRequest;
import se.lykta.walk.plan.WalkStop;
import se.lykta.walk.plan.WalkTotals;

/** Walks in the demo town whose numbers are round: each leg takes five minutes, each stop another five. */
final class SampleWalks {

    static final LonLat SQUARE = new LonLat(15.05, 58.95);
    static final String ID = "0123456789abcdef01234567";
    static final String PAGE = "https://trygg.example.se/#lang=sv&walk=" + ID + "&panel=walk";
    static final LocalDateTime START = LocalDateTime.of(2026, 10, 14, 18, 30);
    static final Instant PLANNED = Instant.parse("2026-09-01T08:00:00Z");
    static final Name HALL = new Name("Bristande belysning vid Idrottshallen", "Poor lighting at Idrottshallen");

    private SampleWalks() {}

    /** One group, one stop. */
    static StoredWalk simple() {
        return walk(START, 1, 1);
    }

    static StoredWalk walk(LocalDateTime start, int groups, int stops) {
        return walk(start, groups, stops, HALL);
    }

    static StoredWalk walk(LocalDateTime start, int groups, int stops, Name name) {
        WalkRequest usual = WalkRequest.from(SQUARE, LocalDate.of(2026, 10, 14));
        var request = new WalkRequest(
                SQUARE,
                null,
                usual.pace(),
                new WalkRequest.Limits(groups, 30, 2.5),
                usual.when(),
                false,
                false,
                usual.wishes(),
                Map.of("cause", "A11"));
        List<Loop> loops = IntStream.rangeClosed(1, groups)
                .mapToObj(group -> loop(group, stops, name))
                .toList();
        var leftOut = new LeftOut(
                "h9",
                new Name("Otrygg gångtunnel i Soltunneln", "Unsafe underpass in Soltunneln"),
                "+12 min",
                new Name("+12 min, det ryms inte", "+12 min, there is no time"));
        var departure = new Departure(start, start.minusMinutes(20), true);
        return new StoredWalk(ID, 3, PLANNED, new WalkPlan(request, departure, loops, List.of(leftOut)));
    }

    private static Loop loop(int group, int stops, Name name) {
        List<LonLat> places = new ArrayList<>(List.of(SQUARE));
        for (int i = 0; i < stops; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / stops + group;
            places.add(new LonLat(
                    SQUARE.lonDeg() + 0.008 * Math.cos(angle) + 0.006, SQUARE.latDeg() + 0.004 * Math.sin(angle)));
        }
        places.add(SQUARE);
        List<FootLeg> legs = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            legs.add(leg(places.get(i - 1), places.get(i)));
        }
        List<WalkStop> visited = IntStream.rangeClosed(1, stops)
                .mapToObj(number -> stop(number, places.get(number), name))
                .toList();
        var totals = new WalkTotals(300 * (stops + 1), 200 * (stops + 1), 300 * (stops + 1), 300 * stops, 4860, stops);
        return new Loop(group, SQUARE, SQUARE, visited, legs, totals);
    }

    private static FootLeg leg(LonLat from, LonLat to) {
        var bend = new LonLat((from.lonDeg() + to.lonDeg()) / 2, to.latDeg());
        var turn = new FootStep(new Name("Sväng vänster in på Storgatan", "Turn left onto Storgatan"), 120, 108, from);
        var arrive = new FootStep(new Name("Framme", "Arrived"), 0, 0, to);
        return new FootLeg(300, 300, 200, 40, List.of(from, bend, to), List.of(turn, arrive));
    }

    private static WalkStop stop(int number, LonLat at, Name name) {
        return new WalkStop(
                number,
                "h" + number,
                new Name(name.sv() + " " + number, name.en() + " " + number),
                new Name("23 rapporter, 80 % i mörker", "23 reports, 80 % in the dark"),
                new WalkStop.Spot(at, new LonLat(at.lonDeg() + 0.0003, at.latDeg()), 17),
                600 * number - 300,
                5,
                23,
                number == 1);
    }

    static Handout handout(StoredWalk stored) {
        return new Handout(
                stored,
                new Name("vid Stortorget", "at Stortorget"),
                new Handout.Links(PAGE, "https://trygg.example.se/export/walk-" + ID + ".pdf?language=sv"),
                "Ljusbro, © OpenStreetMap contributors",
                MetricCrs.of(MetricCrs.SWEREF_99_TM));
    }
}
