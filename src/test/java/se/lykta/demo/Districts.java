package se.lykta.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outline of the municipality and its eight delområden, which tile it without gap or overlap.
 *
 * <p>Neighbours share their corners: every corner is named once and used by all rings that touch it.
 */
final class Districts {

    private static final Spot NORTH_WEST = new Spot(-1245, 1030);
    private static final Spot NORTH = new Spot(-185, 1040);
    private static final Spot NORTH_EAST = new Spot(1240, 1030);
    private static final Spot EAST_RAIL = new Spot(1250, 726);
    private static final Spot EAST_TRADE = new Spot(1245, 190);
    private static final Spot EAST_SOUTH = new Spot(1238, -470);
    private static final Spot SOUTH_EAST = new Spot(1240, -1035);
    private static final Spot SOUTH_MAIN = new Spot(580, -1040);
    private static final Spot SOUTH_LAKE = new Spot(-420, -1050);
    private static final Spot SOUTH_WEST = new Spot(-1250, -1040);
    private static final Spot WEST_RAIL = new Spot(-1250, 322);
    private static final Spot RIVER_UPPER = new Spot(-215, 700);
    private static final Spot RIVER_RAIL = new Spot(-338, 453);
    private static final Spot RIVER_BEND = new Spot(-352, 300);
    private static final Spot RIVER_BRIDGE = new Spot(-290, 30);
    private static final Spot RIVER_SOUTH = new Spot(-388, -205);
    private static final Spot RIVER_MOUTH = new Spot(-530, -590);
    private static final Spot RAIL_WEST = new Spot(-700, 436);
    private static final Spot RAIL_STATION = new Spot(0, 456);
    private static final Spot RAIL_MAIN = new Spot(526, 494);
    private static final Spot RAIL_EAST = new Spot(900, 590);
    private static final Spot MAIN_TRADE = new Spot(467, 95);
    private static final Spot MAIN_CENTRE = new Spot(458, -225);
    private static final Spot MAIN_SUN = new Spot(478, -470);
    private static final Spot SCHOOL_STREET = new Spot(60, -185);
    private static final Spot RIVER_WALK = new Spot(-215, -195);

    private Districts() {}

    static List<Spot> outline() {
        return closed(
                NORTH_WEST,
                WEST_RAIL,
                SOUTH_WEST,
                SOUTH_LAKE,
                SOUTH_MAIN,
                SOUTH_EAST,
                EAST_SOUTH,
                EAST_TRADE,
                EAST_RAIL,
                NORTH_EAST,
                NORTH);
    }

    /** Name and closed ring (against the clock) of each delområde. */
    static Map<String, List<Spot>> list() {
        Map<String, List<Spot>> areas = new LinkedHashMap<>();
        areas.put(
                "Centrum",
                closed(
                        RIVER_RAIL,
                        RIVER_BEND,
                        RIVER_BRIDGE,
                        RIVER_SOUTH,
                        RIVER_WALK,
                        SCHOOL_STREET,
                        MAIN_CENTRE,
                        MAIN_TRADE,
                        RAIL_MAIN,
                        RAIL_STATION));
        areas.put("Norrbacken", closed(NORTH_WEST, WEST_RAIL, RAIL_WEST, RIVER_RAIL, RIVER_UPPER, NORTH));
        areas.put(
                "Norra industriområdet",
                closed(NORTH, RIVER_UPPER, RIVER_RAIL, RAIL_STATION, RAIL_MAIN, RAIL_EAST, EAST_RAIL, NORTH_EAST));
        areas.put(
                "Västerängen",
                closed(
                        WEST_RAIL,
                        SOUTH_WEST,
                        SOUTH_LAKE,
                        RIVER_MOUTH,
                        RIVER_SOUTH,
                        RIVER_BRIDGE,
                        RIVER_BEND,
                        RIVER_RAIL,
                        RAIL_WEST));
        putSouthAndEast(areas);
        return areas;
    }

    private static void putSouthAndEast(Map<String, List<Spot>> areas) {
        areas.put(
                "Idrottsparken",
                closed(
                        RIVER_WALK,
                        RIVER_SOUTH,
                        RIVER_MOUTH,
                        SOUTH_LAKE,
                        SOUTH_MAIN,
                        MAIN_SUN,
                        MAIN_CENTRE,
                        SCHOOL_STREET));
        areas.put("Handelsområdet", closed(RAIL_MAIN, MAIN_TRADE, EAST_TRADE, EAST_RAIL, RAIL_EAST));
        areas.put("Solbacken", closed(MAIN_TRADE, MAIN_CENTRE, MAIN_SUN, EAST_SOUTH, EAST_TRADE));
        areas.put("Björkhagen", closed(MAIN_SUN, SOUTH_MAIN, SOUTH_EAST, EAST_SOUTH));
    }

    /** A place for the name: the mean of the corners. */
    static Spot middle(List<Spot> ring) {
        List<Spot> corners = ring.subList(1, ring.size());
        return new Spot(
                corners.stream().mapToDouble(Spot::x).average().orElseThrow(),
                corners.stream().mapToDouble(Spot::y).average().orElseThrow());
    }

    private static List<Spot> closed(Spot... corners) {
        List<Spot> ring = new ArrayList<>(List.of(corners));
        ring.add(corners[0]);
        return List.copyOf(ring);
    }
}
