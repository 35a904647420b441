package se.lykta.walk.paper;

/** The sizes of text, in points. */
public enum TextStyle {
    /** The name of the document. */
    TITLE(19, 24, true, Tone.INK),
    /** The name of a page. */
    HEADING(14, 18, true, Tone.INK),
    /** The name of a part of a page. */
    PART(10.5f, 15, true, Tone.INK),
    /** What stands before a value. */
    LABEL(9, 12.5f, true, Tone.INK),
    /** Running text. */
    BODY(9, 12.5f, false, Tone.INK),
    /** Hints and captions. */
    SMALL(7.5f, 10, false, Tone.SOFT),
    /** Inside boxes that are ticked. */
    TICK(7.5f, 10, false, Tone.SOFT),
    /** Names of streets. */
    STREET(6, 7, false, Tone.INK),
    /** Names of places on a map. */
    PLACE(6, 7, true, Tone.SOFT),
    /** Numbers of stops on a map. */
    NUMBER(8, 8, true, Tone.PAPER);

    private final float size;
    private final float leading;
    private final boolean bold;
    private final Tone tone;

    TextStyle(float size, float leading, boolean bold, Tone tone) {
        this.size = size;
        this.leading = leading;
        this.bold = bold;
        this.tone = tone;
    }

    /** Height of the letters. */
    public float size() {
        return size;
    }

    /** From one line to the next. */
    public float leading() {
        return leading;
    }

    boolean bold() {
        return bold;
    }

    Tone tone() {
        return tone;
    }
}
