package se.lykta.walk.paper;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;

/**
 * A part of the document's structure, which readers for the blind follow (ISO 32000-1, section 14.8).
 *
 * <p>Used by one thread, within one document.
 */
public final class Tag {

    private final PdfStructureElement element;

    Tag(PdfStructureElement element) {
        this.element = element;
    }

    /** A new part inside this one; what holds parts holds no text itself. */
    public Tag add(Kind kind) {
        return new Tag(new PdfStructureElement(element, new PdfName(kind.code)));
    }

    /** What is read instead of a figure. */
    public Tag described(String text) {
        element.put(PdfName.ALT, new PdfString(text, PdfString.TEXT_UNICODE));
        return this;
    }

    PdfStructureElement element() {
        return element;
    }

    /** What a part is. */
    public enum Kind {
        /** A title. */
        H1("H1"),
        /** The title of a page. */
        H2("H2"),
        /** The title of a part of a page. */
        H3("H3"),
        /** A paragraph. */
        P("P"),
        /** A map or a code. */
        FIGURE("Figure"),
        /** A table, which holds rows. */
        TABLE("Table"),
        /** A row, which holds cells. */
        ROW("TR"),
        /** A cell that names others. */
        HEAD("TH"),
        /** A cell. */
        CELL("TD");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
