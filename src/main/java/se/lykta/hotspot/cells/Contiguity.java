package se.lykta.hotspot.cells;

/**
 * Which cells touch. Decided by indexes, never by distances, which rounding makes unequal at the diagonal.
 *
 * <p>Hexagons touch only along edges, so both are the same for them.
 */
public enum Contiguity {
    /** An edge or a corner in common: eight squares. */
    QUEEN,
    /** An edge in common: four squares. */
    ROOK
}
