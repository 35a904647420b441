package se.lykta.walk.findings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkRequest;
import se.lykta.walk.plan.WalkStop;
import se.lykta.walk.plan.WalkTotals;

/** Plans made by hand: stops in a row, 100 m apart. */
public final class SampleWalk {

    /** Where walks begin. */
    public static final LonLat START = new LonLat(16.5, 59.3);

    private static final double STEP_DEG = 0.0018;

    private SampleWalk() {}

    /** The walk of one group past hotspots with these ids. */
    public static WalkPlan past(String... hotspots) {
        return ofGroups(List.of(hotspots));
    }

    /** The walk of several groups. */
    @SafeVarargs
    public static WalkPlan ofGroups(List<String>... groups) {
        List<Loop> loops = new ArrayList<>();
        for (List<String> group : groups) {
            loops.add(loop(loops.size() + 1, group));
        }
        var departure = new Departure(LocalDateTime.of(2026, 10, 3, 19, 30), null, true);
        return new WalkPlan(WalkRequest.from(START, LocalDate.of(2026, 10, 3)), departure, loops, List.of());
    }

    private static Loop loop(int group, List<String> hotspots) {
        List<WalkStop> stops = new ArrayList<>();
        List<FootLeg> legs = new ArrayList<>();
        LonLat before = START;
        for (String hotspot : hotspots) {
            LonLat position = east(stops.size() + 1);
            stops.add(new WalkStop(
                    stops.size() + 1,
                    hotspot,
                    new Name("Dålig belysning vid " + hotspot, "Poor lighting at " + hotspot),
                    new Name("12 rapporter, 64 % i mörker", "12 reports, 64 % in the dark"),
                    new WalkStop.Spot(position, new LonLat(position.lonDeg(), position.latDeg() + 0.0001), 11),
                    90 + 390 * stops.size(),
                    5,
                    12,
                    false));
            legs.add(leg(before, position));
            before = position;
        }
        legs.add(leg(before, START));
        int metres = legs.stream().mapToInt(FootLeg::metres).sum();
        return new Loop(
                group, START, START, stops, legs, new WalkTotals(metres, 0, metres, 300 * stops.size(), 4860, 24));
    }

    private static FootLeg leg(LonLat from, LonLat to) {
        int metres = (int) Math.round(Math.abs(to.lonDeg() - from.lonDeg()) / STEP_DEG * 100);
        return new FootLeg(
                metres,
                metres,
                0,
                0,
                List.of(from, to),
                List.of(
                        new FootStep(new Name("Gå längs Storgatan", "Walk along Storgatan"), metres, metres, from),
                        new FootStep(new Name("Du är framme", "You have arrived"), 0, 0, to)));
    }

    private static LonLat east(int steps) {
        return new LonLat(START.lonDeg() + steps * STEP_DEG, START.latDeg());
    }
}
