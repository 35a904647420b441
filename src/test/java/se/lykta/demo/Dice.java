package se.lykta.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded randomness.
 *
 * <p>Uses only {@link SplittableRandom#nextLong()}, whose sequence is fixed, and derives the rest itself: newer Java
 * versions may draw a bounded or a normal number differently. Each part of the town has dice of its own name, so that a
 * change in one leaves the others as they were.
 */
final class Dice {

    static final long SEED = 20_260_630L;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice named(String name) {
        long seed = SEED;
        for (int i = 0; i < name.length(); i++) {
            seed = seed * 1_000_003L + name.charAt(i);
        }
        return new Dice(seed);
    }

    /** Even in 0 (included) .. 1 (excluded). */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** Bell-shaped with mean 0 and standard deviation 1, never beyond ±3.5: four even numbers, summed and scaled. */
    double bell() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += unit() - 0.5;
        }
        return sum * 1.7320508075688772;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** An index, with a chance in proportion to its weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = unit() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
