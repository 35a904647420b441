package se.lykta.bench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The distances of published instances by their names in TSPLIB 95 (Reinelt 1995, section 2); rounding is part of the
 * definition.
 */
final class InstanceDistances {

    /** TSPLIB's own, not the real ones. */
    private static final double PI = 3.141592;

    private static final double EARTH_RADIUS_KM = 6378.388;

    private InstanceDistances() {}

    /** By node and node. */
    static double[][] of(JsonNode json) {
        int size = json.get("n").asInt();
        String kind = json.get("distance").asText();
        double[][] distances = new double[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                distances[from][to] = from == to
                        ? 0
                        : kind.equals("EXPLICIT")
                                ? json.get("matrix").get(from).get(to).asDouble()
                                : distance(
                                        kind,
                                        json.get("coords").get(from),
                                        json.get("coords").get(to));
            }
        }
        return distances;
    }

    private static double distance(String kind, JsonNode from, JsonNode to) {
        double x = from.get(0).asDouble();
        double y = from.get(1).asDouble();
        double dx = x - to.get(0).asDouble();
        double dy = y - to.get(1).asDouble();
        double straight = Math.sqrt(dx * dx + dy * dy);
        return switch (kind) {
            case "EUC_REAL" -> straight;
            case "EUC_2D" -> (int) (straight + 0.5);
            case "CEIL_2D" -> Math.ceil(straight);
            case "ATT" -> Math.ceil(Math.sqrt((dx * dx + dy * dy) / 10));
            case "GEO" -> geographic(x, y, to.get(0).asDouble(), to.get(1).asDouble());
            default -> throw new IllegalArgumentException("unknown kind of distance: " + kind);
        };
    }

    private static double geographic(double x1, double y1, double x2, double y2) {
        double q1 = Math.cos(radians(y1) - radians(y2));
        double q2 = Math.cos(radians(x1) - radians(x2));
        double q3 = Math.cos(radians(x1) + radians(x2));
        return (int) (EARTH_RADIUS_KM * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
    }

    /** From degrees and minutes, written as one number. */
    private static double radians(double degreesAndMinutes) {
        int degrees = (int) degreesAndMinutes;
        double minutes = degreesAndMinutes - degrees;
        return PI * (degrees + 5 * minutes / 3) / 180;
    }
}
