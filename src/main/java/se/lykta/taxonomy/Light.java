package se.lykta.taxonomy;

/** Whether it was dark, derived from the height of the sun (dark = below -6°); unknown where the hour is. */
public enum Light {
    /** The time of day is not known. */
    UNKNOWN,
    /** Daylight or civil twilight. */
    LIGHT,
    /** Sun below -6°. */
    DARK
}
