package se.lykta.demo;

/**
 * A place in the plan of the town: metres east and north of Stortorget.
 *
 * <p>Kept on a grid of 1 cm, so that two lines that meet have equal places and share one OSM node.
 *
 * @param x metres east
 * @param y metres north
 */
record Spot(double x, double y) {

    Spot {
        x = Math.rint(x * 100) / 100 + 0.0;
        y = Math.rint(y * 100) / 100 + 0.0;
    }

    double distance(Spot other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /** The place at this share (0..1) of the way to another. */
    Spot towards(Spot other, double share) {
        return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }

    /** The nearest place to this one on a straight line between two places. */
    Spot onto(Spot from, Spot to) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
        return from.towards(to, Math.max(0, Math.min(1, share)));
    }
}
