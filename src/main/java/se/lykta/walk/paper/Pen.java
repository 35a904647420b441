package se.lykta.walk.paper;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;

/**
 * Draws on a page, in points from its lower left corner.
 *
 * <p>All that is drawn belongs to a {@link Tag} or is said to be decoration. Used by one thread.
 */
public final class Pen {

    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final int FILL = 0;
    private static final int FILL_AND_STROKE = 2;

    /** Corners nearer to one another are drawn as one. */
    private static final double SAME_PLACE = 0.12;

    /** Text that is seen but neither read aloud nor copied. */
    private static final PdfDictionary SILENT = silent();

    private final PdfContentByte canvas;
    private final Typeface typeface;

    Pen(PdfContentByte canvas, Typeface typeface) {
        this.canvas = canvas;
        this.typeface = typeface;
    }

    private static PdfDictionary silent() {
        var properties = new PdfDictionary();
        properties.put(PdfName.ACTUALTEXT, new PdfString("", PdfString.TEXT_UNICODE));
        return properties;
    }

    /** Draws what belongs to a part. */
    public void mark(Tag tag, Runnable drawing) {
        canvas.beginMarkedContentSequence(tag.element());
        drawing.run();
        canvas.endMarkedContentSequence();
    }

    /** Draws what says nothing, such as rules. */
    public void decorate(Runnable drawing) {
        canvas.beginMarkedContentSequence(ARTIFACT);
        drawing.run();
        canvas.endMarkedContentSequence();
    }

    /** Draws inside a box only. */
    public void within(Box box, Runnable drawing) {
        canvas.saveState();
        canvas.rectangle((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
        canvas.clip();
        canvas.newPath();
        drawing.run();
        canvas.restoreState();
    }

    /** A straight line. */
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        stroke(path -> path.move(x1, y1).line(x2, y2), stroke);
    }

    /** The edge of a box. */
    public void outline(Box box, Stroke stroke) {
        stroke(path -> path.box(box), stroke);
    }

    /** A filled box. */
    public void fill(Box box, Tone tone) {
        fill(path -> path.box(box), tone);
    }

    /** A filled disc. */
    public void disc(double x, double y, double radius, Tone tone) {
        fill(path -> path.circle(x, y, radius), tone);
    }

    /** A ring. */
    public void ring(double x, double y, double radius, Stroke stroke) {
        stroke(path -> path.circle(x, y, radius), stroke);
    }

    void fill(Shape shape, Tone tone) {
        canvas.setRGBColorFill(tone.red(), tone.green(), tone.blue());
        shape.draw(new Path(canvas));
        canvas.eoFill();
    }

    void stroke(Shape shape, Stroke stroke) {
        Tone tone = stroke.tone();
        canvas.setRGBColorStroke(tone.red(), tone.green(), tone.blue());
        canvas.setLineWidth((float) stroke.width());
        boolean whole = stroke.on() == 0;
        canvas.setLineCap(whole ? PdfContentByte.LINE_CAP_ROUND : PdfContentByte.LINE_CAP_BUTT);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        if (whole) {
            canvas.setLineDash(0);
        } else {
            canvas.setLineDash((float) stroke.on(), (float) stroke.off(), 0);
        }
        shape.draw(new Path(canvas));
        canvas.stroke();
    }

    /** A line of text from its left end, at its base line. */
    public void text(TextStyle style, double x, double y, String text) {
        write(style, text, new double[] {x, y, 0}, FILL);
    }

    /** A line of text around its middle. */
    public void centred(TextStyle style, double x, double y, String text) {
        write(style, text, new double[] {x - typeface.width(style, text) / 2, y, 0}, FILL);
    }

    /** A line of text up to its right end. */
    public void right(TextStyle style, double x, double y, String text) {
        write(style, text, new double[] {x - typeface.width(style, text), y, 0}, FILL);
    }

    /** A line of text around its middle, turned by radians, with a bright edge that keeps it readable on a map. */
    void onMap(TextStyle style, double x, double y, double angle, String text) {
        double half = typeface.width(style, text) / 2;
        double sink = style.size() * 0.35;
        double left = x - half * Math.cos(angle) + sink * Math.sin(angle);
        double base = y - half * Math.sin(angle) - sink * Math.cos(angle);
        canvas.setRGBColorStroke(Tone.PAPER.red(), Tone.PAPER.green(), Tone.PAPER.blue());
        canvas.setLineWidth(1.6f);
        canvas.setLineDash(0);
        canvas.beginMarkedContentSequence(PdfName.SPAN, SILENT, true);
        write(style, text, new double[] {left, base, angle}, FILL_AND_STROKE);
        canvas.endMarkedContentSequence();
        write(style, text, new double[] {left, base, angle}, FILL);
    }

    float width(TextStyle style, String text) {
        return typeface.width(style, text);
    }

    private void write(TextStyle style, String text, double[] place, int mode) {
        float cos = (float) Math.cos(place[2]);
        float sin = (float) Math.sin(place[2]);
        canvas.beginText();
        canvas.setFontAndSize(typeface.of(style), style.size());
        canvas.setRGBColorFill(
                style.tone().red(), style.tone().green(), style.tone().blue());
        canvas.setTextRenderingMode(mode);
        canvas.setTextMatrix(cos, sin, -sin, cos, (float) place[0], (float) place[1]);
        canvas.showText(typeface.printable(style, text));
        canvas.endText();
    }

    /** What is filled or stroked. */
    @FunctionalInterface
    interface Shape {

        void draw(Path path);
    }

    /** Lines one after the other. */
    static final class Path {

        private final PdfContentByte canvas;
        private double lastX;
        private double lastY;

        Path(PdfContentByte canvas) {
            this.canvas = canvas;
        }

        Path move(double x, double y) {
            canvas.moveTo((float) x, (float) y);
            lastX = x;
            lastY = y;
            return this;
        }

        Path line(double x, double y) {
            if (Math.abs(x - lastX) > SAME_PLACE || Math.abs(y - lastY) > SAME_PLACE) {
                canvas.lineTo((float) x, (float) y);
                lastX = x;
                lastY = y;
            }
            return this;
        }

        Path close() {
            canvas.closePath();
            return this;
        }

        Path box(Box box) {
            canvas.rectangle((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
            return this;
        }

        Path circle(double x, double y, double radius) {
            canvas.circle((float) x, (float) y, (float) radius);
            return this;
        }
    }
}
