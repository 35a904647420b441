package se.lykta.taxonomy;

import java.util.List;
import java.util.Optional;

/** How unsafe a place felt, as told by the reporter. The order is stored as a number in the read index: append only. */
public enum Severity {
    /** Nobody said. */
    UNKNOWN("okänt", "unknown", 1),
    /** The least: a place one does not like to pass. */
    UNEASY("obehagligt", "uneasy", 0.5),
    /** A place that feels unsafe. */
    UNSAFE("otryggt", "unsafe", 1),
    /** The most. */
    VERY_UNSAFE("mycket otryggt", "very unsafe", 2);

    private static final Severity[] VALUES = values();
    private static final List<Severity> TOLD = List.of(UNEASY, UNSAFE, VERY_UNSAFE);

    private final String sv;
    private final String en;
    private final double weight;

    Severity(String sv, String en, double weight) {
        this.sv = sv;
        this.en = en;
        this.weight = weight;
    }

    /** The values that a report can tell, the least first; their codes are 1..3. */
    public static List<Severity> told() {
        return TOLD;
    }

    /** The value that can be told under this code, if there is one. */
    public static Optional<Severity> find(int code) {
        return code >= 1 && code < VALUES.length ? Optional.of(VALUES[code]) : Optional.empty();
    }

    /** The same for a code as text: one digit. */
    public static Optional<Severity> find(String code) {
        return code.length() == 1 ? find(code.charAt(0) - '0') : Optional.empty();
    }

    /** The value of a code, 0..3, where 0 stands for {@link #UNKNOWN}; others are a programming error. */
    public static Severity of(int code) {
        return VALUES[code];
    }

    /** Stable code in the database, the API and files: 1..3, the greater the worse; 0 for {@link #UNKNOWN}. */
    @SuppressWarnings("EnumOrdinal") // a scale: the code is the rank
    public int code() {
        return ordinal();
    }

    /**
     * How much a report weighs where severity is weighed: each step doubles, and the middle is 1. {@link #UNKNOWN} weighs as
     * the middle, so that where nobody tells, nothing changes.
     */
    public double weight() {
        return weight;
    }

    /** Swedish name, lower case. */
    public String sv() {
        return sv;
    }

    /** English name, lower case. */
    public String en() {
        return en;
    }
}
