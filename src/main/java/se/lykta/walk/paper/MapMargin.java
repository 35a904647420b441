package se.lykta.walk.paper;

import org.locationtech.jts.geom.Coordinate;

/** What a map needs besides its content: a frame, a scale bar, and an arrow to true north. */
final class MapMargin {

    private static final double LONGEST_BAR = 95;
    private static final double BAR_HEIGHT = 3;
    private static final double ARROW = 16;
    private static final int PARTS = 4;

    private MapMargin() {}

    static void draw(Pen pen, MapFrame frame) {
        scaleBar(pen, frame);
        northArrow(pen, frame);
        pen.outline(frame.paper(), new Stroke(Tone.RULE, 0.7));
    }

    /** A round number of metres: 1, 2 or 5 times a power of ten, as long as fits. */
    static int barMetres(double metresPerPoint) {
        double longest = LONGEST_BAR * metresPerPoint;
        int power = (int) Math.pow(10, Math.floor(Math.log10(longest)));
        return power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
    }

    private static void scaleBar(Pen pen, MapFrame frame) {
        int metres = barMetres(frame.metresPerPoint());
        double length = metres / frame.metresPerPoint();
        String label = metres < 1000 ? metres + " m" : metres / 1000 + " km";
        double x = frame.paper().x() + 8;
        double y = frame.paper().y() + 8;
        double wide = length + pen.width(TextStyle.SMALL, label) + 14;
        pen.fill(new Box(x - 4, y - 4, wide, BAR_HEIGHT + 8), Tone.PAPER);
        var bar = new Box(x, y, length, BAR_HEIGHT);
        for (int i = 0; i < PARTS; i += 2) {
            pen.fill(new Box(x + i * length / PARTS, y, length / PARTS, BAR_HEIGHT), Tone.INK);
        }
        pen.outline(bar, new Stroke(Tone.INK, 0.6));
        pen.text(TextStyle.SMALL, bar.right() + 5, y - 1, label);
    }

    private static void northArrow(Pen pen, MapFrame frame) {
        double x = frame.paper().right() - 16;
        double y = frame.paper().y() + 18;
        double angle = frame.northAngle();
        pen.disc(x, y, ARROW * 0.8, Tone.PAPER);
        Coordinate tip = turned(x, y, angle, 0, ARROW * 0.62);
        Coordinate right = turned(x, y, angle, ARROW * 0.28, -ARROW * 0.5);
        Coordinate notch = turned(x, y, angle, 0, -ARROW * 0.28);
        Coordinate left = turned(x, y, angle, -ARROW * 0.28, -ARROW * 0.5);
        pen.fill(
                path -> path.move(tip.x, tip.y)
                        .line(right.x, right.y)
                        .line(notch.x, notch.y)
                        .line(left.x, left.y)
                        .close(),
                Tone.INK);
        Coordinate letter = turned(x, y, angle, 0, ARROW * 0.95);
        pen.onMap(TextStyle.PLACE, letter.x, letter.y, 0, "N");
    }

    /** A place beside another one, with "up" turned clockwise. */
    private static Coordinate turned(double x, double y, double angle, double side, double up) {
        return new Coordinate(
                x + side * Math.cos(angle) + up * Math.sin(angle), y - side * Math.sin(angle) + up * Math.cos(angle));
    }
}
