package se.lykta.bench;

import java.util.SplittableRandom;

/**
 * Where people of one town feel unsafe: a few hot places, many streets, and now and then anywhere.
 *
 * <p>Weights within a town follow Zipf's law, so the worst place has two fifths of what happens at hot places. Some
 * reports stand exactly at the middle of a place or at an address, as register data does. Immutable.
 */
final class BenchTown {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double HOT_SHARE = 0.45;
    private static final double STREET_SHARE = 0.45;
    private static final double HOT_EXPONENT = 1.5;
    private static final double STREET_EXPONENT = 0.6;
    private static final double GEOCODED_SHARE = 0.12;
    private static final double ADDRESS_METRES = 25;
    private static final double ROADSIDE_METRES = 4;

    private final double lonDeg;
    private final double latDeg;
    private final double radiusMetres;
    private final double[][] places;
    private final double[][] streets;
    private final Weights placeWeights;
    private final Weights streetWeights;

    /**
     * A town around a place.
     *
     * @param size its reports, as a share of the largest town's
     */
    BenchTown(double lonDeg, double latDeg, double size, SplittableRandom random) {
        this.lonDeg = lonDeg;
        this.latDeg = latDeg;
        this.radiusMetres = 700 + 4500 * Math.sqrt(size);
        this.places = new double[(int) (8 + 60 * Math.sqrt(size))][];
        this.streets = new double[(int) (40 + 900 * Math.sqrt(size))][];
        this.placeWeights = Weights.zipf(places.length, HOT_EXPONENT);
        this.streetWeights = Weights.zipf(streets.length, STREET_EXPONENT);
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[] {
                gaussian(random, radiusMetres / 2), gaussian(random, radiusMetres / 2), 15 + 35 * random.nextDouble()
            };
        }
        double grid = random.nextDouble() * Math.PI;
        for (int i = 0; i < streets.length; i++) {
            double direction = grid + random.nextInt(2) * Math.PI / 2 + gaussian(random, 0.15);
            double length = 120 + 700 * random.nextDouble();
            streets[i] = new double[] {
                gaussian(random, radiusMetres),
                gaussian(random, radiusMetres),
                length * Math.cos(direction),
                length * Math.sin(direction)
            };
        }
    }

    /** A spot: degrees, and the number of its hot place or -1. */
    record Spot(double lonDeg, double latDeg, int place) {}

    Spot draw(SplittableRandom random) {
        double kind = random.nextDouble();
        if (kind < HOT_SHARE) {
            int number = placeWeights.draw(random);
            double[] place = places[number];
            double spread = random.nextDouble() < GEOCODED_SHARE ? 0 : place[2];
            return spot(place[0] + gaussian(random, spread), place[1] + gaussian(random, spread), number);
        }
        if (kind < HOT_SHARE + STREET_SHARE) {
            return onStreet(streets[streetWeights.draw(random)], random);
        }
        return spot(gaussian(random, 1.5 * radiusMetres), gaussian(random, 1.5 * radiusMetres), -1);
    }

    private Spot onStreet(double[] street, SplittableRandom random) {
        boolean address = random.nextDouble() < GEOCODED_SHARE;
        double length = Math.hypot(street[2], street[3]);
        double along = random.nextDouble();
        double at = address ? Math.floor(along * length / ADDRESS_METRES) * ADDRESS_METRES / length : along;
        double aside = address ? 0 : ROADSIDE_METRES;
        return spot(
                street[0] + at * street[2] + gaussian(random, aside),
                street[1] + at * street[3] + gaussian(random, aside),
                -1);
    }

    private Spot spot(double eastMetres, double northMetres, int place) {
        return new Spot(
                lonDeg + eastMetres / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latDeg))),
                latDeg + northMetres / METRES_PER_DEGREE,
                place);
    }

    private static double gaussian(SplittableRandom random, double spread) {
        return spread == 0 ? 0 : spread * random.nextGaussian();
    }
}
