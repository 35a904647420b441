package se.lykta.hotspot.chance;

import java.util.SplittableRandom;

/**
 * The runs of a Monte Carlo test: independent sources of chance and the p-value of a rank.
 *
 * <p>Each run has a source of its own, split from the seed in order, so that a result depends on the seed and the number
 * of the run alone, whatever computes it when. Immutable.
 */
public final class MonteCarlo {

    private static final int MOST_RUNS = 1_000_000;

    private final int runs;
    private final long seed;

    /**
     * A test of so many runs.
     *
     * @param runs 1 to a million
     */
    public MonteCarlo(int runs, long seed) {
        if (runs < 1 || runs > MOST_RUNS) {
            throw new IllegalArgumentException("%d runs are not within 1..%d".formatted(runs, MOST_RUNS));
        }
        this.runs = runs;
        this.seed = seed;
    }

    /** How many runs there are. */
    public int runs() {
        return runs;
    }

    /** A source of chance for each run. */
    public SplittableRandom[] sources() {
        var source = new SplittableRandom(seed);
        SplittableRandom[] sources = new SplittableRandom[runs];
        for (int run = 0; run < runs; run++) {
            sources[run] = source.split();
        }
        return sources;
    }

    /** p = (1 + number of runs at least as extreme) / (runs + 1): above 0, at most 1 (Dwass 1957). */
    public double pValue(long atLeastAsExtreme) {
        return (1.0 + atLeastAsExtreme) / (runs + 1.0);
    }

    /** Puts an array into random order, every order being equally likely (Fisher and Yates, Durstenfeld 1964). */
    public static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
