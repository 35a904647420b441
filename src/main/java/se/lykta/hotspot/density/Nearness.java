package se.lykta.hotspot.density;

/**
 * When two spots are neighbours: at most so far apart in the plane and in time, both ends included.
 *
 * <p>Distances are compared squared, as dx² + dy² ≤ eps²: the way scikit-learn and R dbscan do, so that all agree on
 * points at exactly eps. Immutable.
 *
 * @param eps greatest distance, metres
 * @param epsTime greatest difference of times
 */
record Nearness(double eps, long epsTime) {

    Nearness {
        if (!(eps > 0 && Double.isFinite(eps))) {
            throw new IllegalArgumentException("eps " + eps + " is not a distance above 0");
        }
        if (epsTime < 0 || epsTime == Long.MAX_VALUE) {
            throw new IllegalArgumentException("eps " + epsTime + " is not a time of 0 or more");
        }
    }

    double squaredEps() {
        return eps * eps;
    }

    boolean test(Spots spots, int a, int b) {
        return spots.squaredDistance(a, b) <= eps * eps && Math.abs(spots.time[a] - spots.time[b]) <= epsTime;
    }
}
