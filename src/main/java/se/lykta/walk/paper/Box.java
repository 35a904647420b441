package se.lykta.walk.paper;

/**
 * A rectangle on a page, in points from the lower left corner.
 *
 * @param x left edge
 * @param y lower edge
 * @param width above 0
 * @param height above 0
 */
public record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double top() {
        return y + height;
    }

    /** Smaller by as much on every side. */
    Box inset(double points) {
        return new Box(x + points, y + points, width - 2 * points, height - 2 * points);
    }
}
