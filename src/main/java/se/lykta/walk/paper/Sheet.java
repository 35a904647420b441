package se.lykta.walk.paper;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Consumer;

/**
 * A document of A4 pages that is filled from top to bottom, tagged for readers, with its language, title and fonts inside.
 *
 * <p>What does not fit goes on on the next page. A chapter numbers its own pages, so that it can be handed out alone. Used by
 * one thread; it is complete when it is closed.
 */
public final class Sheet implements AutoCloseable {

    /** Left edge of the text. */
    public static final float LEFT = 44;

    /** Right edge of the text. */
    public static final float RIGHT = 551;

    /** Width of the text. */
    public static final float WIDTH = RIGHT - LEFT;

    private static final float TOP = 800;
    private static final float BOTTOM = 52;
    private static final float FOOT = 30;
    private static final float TOTAL_WIDTH = 30;
    private static final float FIELD_HEIGHT = 22;
    private static final float LABEL_WIDTH = 62;

    private final Typeface typeface = new Typeface();
    private final Document document = new Document(PageSize.A4, 0, 0, 0, 0);
    private final PdfWriter writer;
    private final Pen pen;
    private final Tag root;
    private final About about;
    private String foot = "";
    private PdfTemplate total;
    private int page;
    private float y = TOP;
    private float left = LEFT;
    private float width = WIDTH;

    /** Begins a document. */
    public Sheet(OutputStream out, About about) {
        this.about = about;
        writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        document.addTitle(about.title());
        document.addSubject(about.subject());
        document.addCreator("Lykta");
        document.open();
        var created = new PdfDate(GregorianCalendar.from(about.created()));
        writer.getInfo().put(PdfName.CREATIONDATE, created);
        writer.getInfo().put(PdfName.MODDATE, created);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(about.language(), PdfString.TEXT_UNICODE));
        pen = new Pen(writer.getDirectContent(), typeface);
        root = new Tag(new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document")));
        total = newTotal();
    }

    /** Begins a chapter on a new page; the foot stands at the bottom of all its pages. */
    public void chapter(String title, String footText) {
        if (page > 0) {
            endPage();
            endChapter();
            document.newPage();
            total = newTotal();
        }
        page = 1;
        y = TOP;
        foot = footText;
        bookmark(title);
    }

    /** Room for the number of pages, which is known only at the end of a chapter. */
    private PdfTemplate newTotal() {
        return writer.getDirectContent().createTemplate(TOTAL_WIDTH, TextStyle.SMALL.leading());
    }

    /** Begins a new page with an entry in the list of contents. */
    public void newPage(String title) {
        newPage();
        bookmark(title);
    }

    private void newPage() {
        endPage();
        document.newPage();
        page++;
        y = TOP;
    }

    private void bookmark(String title) {
        var outline = new PdfOutline(writer.getRootOutline(), new PdfDestination(PdfDestination.FITH, TOP), title);
        outline.setOpen(false);
    }

    /** Where the next thing begins, in points from the bottom. */
    public float y() {
        return y;
    }

    /** Which page of the chapter this is. */
    public int page() {
        return page;
    }

    /** Goes on there, on the same page. */
    public void moveTo(float newY) {
        y = newY;
    }

    /** Leaves some room. */
    public void skip(float points) {
        y -= points;
    }

    /** Begins a new page unless so many points are left on this one; says whether it did. */
    public boolean need(float points) {
        if (y - points >= BOTTOM) {
            return false;
        }
        newPage();
        return true;
    }

    /** Text goes into a column from now on. */
    public void column(float newLeft, float newWidth) {
        left = newLeft;
        width = newWidth;
    }

    /** Text takes the whole width from now on. */
    public void wholeWidth() {
        column(LEFT, WIDTH);
    }

    Typeface typeface() {
        return typeface;
    }

    /** The structure of the document. */
    public Tag root() {
        return root;
    }

    /** Draws on this page. */
    public Pen pen() {
        return pen;
    }

    /** A heading, which is not left alone at the end of a page. */
    public void heading(Tag.Kind kind, TextStyle style, String text) {
        need(4 * style.leading());
        text(root.add(kind), style, text);
    }

    /** A paragraph. */
    public void text(TextStyle style, String text) {
        text(root.add(Tag.Kind.P), style, text);
    }

    /** How much is left of this page. */
    public float left() {
        return y - BOTTOM;
    }

    /** What a value is called, and the value behind it; values one below the other stand in line. */
    public void labelled(String label, String value) {
        Tag tag = root.add(Tag.Kind.P);
        float indent = Math.max(LABEL_WIDTH, typeface.width(TextStyle.LABEL, label) + 6);
        need(TextStyle.LABEL.leading());
        float base = y - TextStyle.LABEL.size();
        pen.mark(tag, () -> pen.text(TextStyle.LABEL, left, base, label));
        List<String> lines = typeface.wrap(TextStyle.BODY, value, width - indent);
        for (String line : lines) {
            need(TextStyle.BODY.leading());
            float at = y - TextStyle.BODY.size();
            pen.mark(tag, () -> pen.text(TextStyle.BODY, left + indent, at, line));
            y -= TextStyle.BODY.leading();
        }
    }

    private void text(Tag tag, TextStyle style, String text) {
        for (String line : typeface.wrap(style, text, width)) {
            need(style.leading());
            float base = y - style.size();
            pen.mark(tag, () -> pen.text(style, left, base, line));
            y -= style.leading();
        }
    }

    /** Draws a figure into a box, which is not checked against what is left of the page. */
    public void figure(String description, Consumer<Pen> drawing) {
        pen.mark(root.add(Tag.Kind.FIGURE).described(description), () -> drawing.accept(pen));
    }

    /** A line to write on, after its name. */
    public void field(String name) {
        need(FIELD_HEIGHT);
        float base = y - FIELD_HEIGHT + 5;
        pen.mark(root.add(Tag.Kind.P), () -> pen.text(TextStyle.LABEL, left, base, name));
        float from = left + typeface.width(TextStyle.LABEL, name) + 6;
        pen.decorate(() -> pen.line(from, base - 2, left + width, base - 2, new Stroke(Tone.RULE, 0.6)));
        y -= FIELD_HEIGHT;
    }

    /** Makes a box a link. */
    public void link(Box box, String address) {
        writer.getDirectContent()
                .setAction(new PdfAction(address), (float) box.x(), (float) box.y(), (float) box.right(), (float)
                        box.top());
    }

    /** What stands at the bottom: what this is, and which page of how many of its chapter. */
    private void endPage() {
        PdfTemplate pages = total;
        pen.decorate(() -> {
            pen.line(LEFT, FOOT + 12, RIGHT, FOOT + 12, new Stroke(Tone.RULE, 0.5));
            pen.text(TextStyle.SMALL, LEFT, FOOT, foot);
            pen.right(TextStyle.SMALL, RIGHT - TOTAL_WIDTH / 2, FOOT, about.pageWord() + " " + page + " /");
            writer.getDirectContent().addTemplate(pages, RIGHT - TOTAL_WIDTH / 2 + 2, FOOT);
        });
    }

    private void endChapter() {
        new Pen(total, typeface).text(TextStyle.SMALL, 0, 0, Integer.toString(page));
    }

    /** Ends the last page and writes the rest. */
    @Override
    public void close() {
        endPage();
        endChapter();
        writer.createXmpMetadata();
        document.close();
    }
}
