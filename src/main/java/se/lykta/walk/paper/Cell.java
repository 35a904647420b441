package se.lykta.walk.paper;

import java.util.List;
import java.util.stream.IntStream;

/** What stands in a cell of a {@link Grid}. */
public sealed interface Cell {

    /** A text that wraps. */
    static Cell text(String text) {
        return new Words(text, "");
    }

    /** A name with a hint in small letters below it. */
    static Cell named(String name, String hint) {
        return new Words(name, hint);
    }

    /** Boxes to tick with numbers from 1 in them. */
    static Cell ticks(int count) {
        return new Ticks(count);
    }

    /** Room to write. */
    static Cell blank() {
        return new Words("", "");
    }

    /** How high the cell has to be. */
    float height(Typeface typeface, float width);

    /** Draws into the cell; what is said belongs to the tag. */
    void draw(Pen pen, Typeface typeface, Box box, Tag tag);

    /**
     * Text.
     *
     * @param hint empty for none
     */
    record Words(String text, String hint) implements Cell {

        private static final float PADDING = 4;

        private TextStyle style() {
            return hint.isEmpty() ? TextStyle.BODY : TextStyle.LABEL;
        }

        @Override
        public float height(Typeface typeface, float width) {
            int lines = typeface.wrap(style(), text, width - 2 * PADDING).size();
            int hints = hint.isEmpty()
                    ? 0
                    : typeface.wrap(TextStyle.SMALL, hint, width - 2 * PADDING).size();
            return lines * style().leading() + hints * (TextStyle.SMALL.leading() - 1) + PADDING;
        }

        @Override
        public void draw(Pen pen, Typeface typeface, Box box, Tag tag) {
            double y = box.top() - PADDING / 2;
            for (String line : typeface.wrap(style(), text, (float) box.width() - 2 * PADDING)) {
                double base = y - style().size() - 1;
                pen.mark(tag, () -> pen.text(style(), box.x() + PADDING, base, line));
                y -= style().leading();
            }
            if (!hint.isEmpty()) {
                drawHint(
                        pen,
                        typeface.wrap(TextStyle.SMALL, hint, (float) box.width() - 2 * PADDING),
                        tag,
                        new double[] {box.x() + PADDING, y});
            }
        }

        private static void drawHint(Pen pen, List<String> lines, Tag tag, double[] place) {
            double y = place[1];
            for (String line : lines) {
                double base = y - TextStyle.SMALL.size();
                pen.mark(tag, () -> pen.text(TextStyle.SMALL, place[0], base, line));
                y -= TextStyle.SMALL.leading() - 1;
            }
        }
    }

    /** Boxes to tick. */
    record Ticks(int count) implements Cell {

        private static final float SIDE = 13;

        @Override
        public float height(Typeface typeface, float width) {
            return SIDE + 6;
        }

        @Override
        public void draw(Pen pen, Typeface typeface, Box box, Tag tag) {
            double step = box.width() / count;
            double y = box.y() + (box.height() - SIDE) / 2;
            pen.mark(
                    tag,
                    () -> IntStream.range(0, count).forEach(i -> {
                        double x = box.x() + (i + 0.5) * step - SIDE / 2;
                        pen.outline(new Box(x, y, SIDE, SIDE), new Stroke(Tone.INK, 0.7));
                        pen.centred(TextStyle.TICK, x + SIDE / 2, y + 4, Integer.toString(i + 1));
                    }));
        }
    }
}
