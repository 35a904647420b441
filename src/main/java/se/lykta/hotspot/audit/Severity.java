package se.lykta.hotspot.audit;

/** How much a finding can spoil a map, the worst first. */
public enum Severity {
    /** Hotspots are wrong until it is dealt with. */
    SERIOUS,
    /** Some conclusions are wrong. */
    WARNING,
    /** Good to know when reading the map. */
    INFO
}
