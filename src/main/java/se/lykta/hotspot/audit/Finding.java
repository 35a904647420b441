package se.lykta.hotspot.audit;

import java.util.Optional;

/**
 * Something about the reports that an analyst has to know before reading a map of them.
 *
 * <p>Reports are known by their row in the input. Immutable.
 */
public final class Finding {

    private final Code code;
    private final Severity severity;
    private final int[] rows;
    private final int all;
    private final Optional<Place> place;
    private final Sentence sentence;

    /** Takes over the rows, ascending: the maker must not keep them. */
    Finding(Code code, Severity severity, int[] rows, int all, Optional<Place> place, Sentence sentence) {
        this.code = code;
        this.severity = severity;
        this.rows = rows;
        this.all = all;
        this.place = place;
        this.sentence = sentence;
    }

    /**
     * Where it is, or where it is worst.
     *
     * @param x metres
     * @param y metres
     */
    public record Place(double x, double y) {}

    /**
     * What a person reads.
     *
     * @param sv Swedish
     * @param en English
     */
    public record Sentence(String sv, String en) {}

    public Code code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** How many reports are concerned. */
    public int reports() {
        return rows.length;
    }

    /** Share of all reports, 0..1. */
    public double share() {
        return (double) rows.length / all;
    }

    public Optional<Place> place() {
        return place;
    }

    /** The rows of the reports concerned, ascending: what is left out if the analyst excludes them. */
    public int[] rows() {
        return rows.clone();
    }

    public Sentence sentence() {
        return sentence;
    }

    @Override
    public String toString() {
        return "%s %s %d %s".formatted(severity, code.id(), rows.length, sentence.en());
    }
}
