package se.lykta.hotspot.audit;

import java.util.Arrays;

/** The kinds of findings; their names are stable. */
public enum Code {
    /** One coordinate holds far more reports than the others let expect: the address that a system falls back on. */
    DEFAULT_GEOCODE("default-geocode"),
    /** Reports without a position. */
    MISSING_POSITION("missing-position"),
    /** Reports outside the study area. */
    OUT_OF_AREA("out-of-area"),
    /** Reports incomparably far from all others. */
    STRAY_POSITION("stray-position"),
    /** Positions that are rounded. */
    LOW_PRECISION("low-precision"),
    /** Positions that were moved to few common points. */
    SNAPPED("snapped"),
    /** Reports without a time. */
    MISSING_TIME("missing-time"),
    /** Times that tell only the day or only the month. */
    COARSE_TIME("coarse-time"),
    /** The same report several times within minutes. */
    BURST("burst"),
    /** Most reports of a place come from one reporter. */
    ONE_REPORTER("one-reporter");

    private final String id;

    Code(String id) {
        this.id = id;
    }

    /** The name outside Java. */
    public String id() {
        return id;
    }

    /**
     * The one with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Code of(String id) {
        return Arrays.stream(values())
                .filter(code -> code.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of finding: " + id));
    }
}
