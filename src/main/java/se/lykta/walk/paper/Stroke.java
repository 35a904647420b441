package se.lykta.walk.paper;

/**
 * How a line is drawn, in points.
 *
 * @param on length of a dash; 0 for a whole line
 * @param off between dashes
 */
public record Stroke(Tone tone, double width, double on, double off) {

    /** A whole line. */
    public Stroke(Tone tone, double width) {
        this(tone, width, 0, 0);
    }
}
