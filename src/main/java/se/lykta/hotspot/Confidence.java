package se.lykta.hotspot;

import se.lykta.hotspot.words.Name;

/**
 * How far a hotspot can be trusted.
 *
 * @param found in how many recounts of redrawn reports it was found again, 0..{@code recounts}
 * @param recounts how often the reports were drawn anew; see {@link se.lykta.hotspot.confidence.Stability}
 * @param p how often chance alone makes such a gathering anywhere on the map, above 0 to 1; see
 *     {@link se.lykta.hotspot.confidence.Significance}
 */
public record Confidence(int found, int recounts, double p) {

    /** A p of at most this is called more than chance. */
    public static final double LEVEL = 0.05;

    /** Whether chance alone makes such a gathering at most once in twenty maps. */
    public boolean isMoreThanChance() {
        return p <= LEVEL;
    }

    /** The same in plain words. */
    Name sentences() {
        return new Name(
                "Hittades i %d av %d omräkningar. %s"
                        .formatted(
                                found,
                                recounts,
                                isMoreThanChance()
                                        ? "Fler rapporter än vad slumpen brukar ge."
                                        : "Kan vara en tillfällighet: slumpen ger ibland lika många."),
                "Found in %d of %d recounts. %s"
                        .formatted(
                                found,
                                recounts,
                                isMoreThanChance()
                                        ? "More reports than chance usually brings."
                                        : "May be a coincidence: chance sometimes brings as many."));
    }
}
