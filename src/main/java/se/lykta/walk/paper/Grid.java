package se.lykta.walk.paper;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A ruled table whose rows stay whole and whose head is repeated on every page.
 *
 * <p>Used by one thread, within one {@link Sheet}.
 */
public final class Grid {

    private static final float HEAD_HEIGHT = 15;

    private final Sheet sheet;
    private final Tag table;
    private final float[] widths;
    private final List<String> head;

    /**
     * A table.
     *
     * @param widths of the columns in points
     * @param head a name for each column
     */
    public Grid(Sheet sheet, float[] widths, List<String> head) {
        this.sheet = sheet;
        this.table = sheet.root().add(Tag.Kind.TABLE);
        this.widths = widths.clone();
        this.head = List.copyOf(head);
        sheet.need(3 * HEAD_HEIGHT);
        Tag row = table.add(Tag.Kind.ROW);
        drawHead(i -> sheet.pen().mark(row.add(Tag.Kind.HEAD), () -> drawName(i)));
    }

    /** Adds a row at least so high; the first cell names it. */
    public void row(float leastHeight, Cell... cells) {
        float height = leastHeight;
        for (int i = 0; i < cells.length; i++) {
            height = Math.max(height, cells[i].height(sheet.typeface(), widths[i]));
        }
        if (sheet.need(height)) {
            drawHead(i -> sheet.pen().decorate(() -> drawName(i)));
        }
        Tag row = table.add(Tag.Kind.ROW);
        float bottom = sheet.y() - height;
        for (int i = 0; i < cells.length; i++) {
            var box = new Box(left(i), bottom, widths[i], height);
            sheet.pen().decorate(() -> sheet.pen().outline(box, new Stroke(Tone.RULE, 0.5)));
            cells[i].draw(sheet.pen(), sheet.typeface(), box, row.add(i == 0 ? Tag.Kind.HEAD : Tag.Kind.CELL));
        }
        sheet.moveTo(bottom);
    }

    private void drawHead(IntConsumer name) {
        var box = new Box(Sheet.LEFT, sheet.y() - HEAD_HEIGHT, left(widths.length) - Sheet.LEFT, HEAD_HEIGHT);
        sheet.pen().decorate(() -> {
            sheet.pen().fill(box, Tone.SHADE);
            sheet.pen().outline(box, new Stroke(Tone.RULE, 0.5));
        });
        IntStream.range(0, head.size()).forEach(name);
        sheet.moveTo((float) box.y());
    }

    private void drawName(int i) {
        sheet.pen().text(TextStyle.LABEL, left(i) + 4, sheet.y() - HEAD_HEIGHT + 4.5, head.get(i));
    }

    private float left(int column) {
        float left = Sheet.LEFT;
        for (int i = 0; i < column; i++) {
            left += widths[i];
        }
        return left;
    }
}
