package se.lykta.place.snap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.place.snap.NearestPoints.Spot;

/**
 * Gives up points of one region until each that is left has enough addresses.
 *
 * <p>The idea: every address goes to its nearest point; the point with the fewest addresses is given up and its addresses
 * go to the next nearest; again, until none has too few. Streets are given up before public places, because a place says
 * more. A catchment never shrinks, so the loop ends with each point having enough, or with one point for a region that
 * has too few in all: then nothing is left and the centre has to do. What is given up depends only on counts and
 * positions nearby, so a small change of the map moves only points near it. O((a + p) log p) nearest searches for a
 * addresses and p points in practice. Used by one thread.
 */
final class Merging {

    private final int least;
    private final NearestPoints points;
    private final Map<Spot, Catchment> catchments = new HashMap<>();
    private final TreeSet<Spot> tooFew;

    private Merging(Collection<Spot> spots, Predicate<Spot> isPlace, int least) {
        this.least = least;
        this.points = new NearestPoints(spots);
        spots.forEach(spot -> catchments.put(spot, new Catchment()));
        this.tooFew = new TreeSet<>(Comparator.comparing(isPlace::test)
                .thenComparing(spot -> catchment(spot).keys.size())
                .thenComparing(Spot::order));
    }

    /**
     * The points that stay, with their numbers of different addresses.
     *
     * @param spots at least one
     * @param isPlace says which are public places
     * @param least what each needs
     */
    static Map<Spot, Integer> of(
            Collection<Spot> spots, Predicate<Spot> isPlace, Collection<Resident> residents, int least) {
        if (spots.isEmpty()) {
            return Map.of();
        }
        var merging = new Merging(spots, isPlace, least);
        residents.forEach(resident -> merging.catchment(resident).add(resident));
        spots.forEach(merging::noteIfTooFew);
        merging.giveUp();
        Map<Spot, Integer> left = new TreeMap<>(Comparator.comparing(Spot::order));
        merging.catchments.forEach((spot, catchment) -> left.put(spot, catchment.keys.size()));
        left.values().removeIf(addresses -> addresses < least);
        return left;
    }

    private void giveUp() {
        while (!tooFew.isEmpty() && catchments.size() > 1) {
            Spot poorest = tooFew.first();
            tooFew.remove(poorest);
            List<Resident> homeless = catchment(poorest).residents;
            catchments.remove(poorest);
            points.remove(poorest);
            homeless.forEach(this::move);
        }
    }

    private void move(Resident resident) {
        Spot spot = points.nearest(resident.metres());
        tooFew.remove(spot); // it is found by its count, so before the count changes
        catchment(spot).add(resident);
        noteIfTooFew(spot);
    }

    private void noteIfTooFew(Spot spot) {
        if (catchment(spot).keys.size() < least) {
            tooFew.add(spot);
        }
    }

    private Catchment catchment(Resident resident) {
        return catchment(points.nearest(resident.metres()));
    }

    private Catchment catchment(Spot spot) {
        Catchment catchment = catchments.get(spot);
        if (catchment == null) {
            throw new IllegalStateException("a point that was given up is still found");
        }
        return catchment;
    }

    /**
     * An address in metres.
     *
     * @param key equal for equal addresses
     */
    record Resident(String key, Coordinate metres) {}

    private static final class Catchment {

        private final List<Resident> residents = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();

        void add(Resident resident) {
            residents.add(resident);
            keys.add(resident.key());
        }
    }
}
