package se.lykta.place.snap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.geo.LonLat;
import se.lykta.place.MetricGeometry;
import se.lykta.place.snap.Merging.Resident;
import se.lykta.place.snap.NearestPoints.Spot;

/**
 * Makes the snap points of a municipality, region by region and scale by scale.
 *
 * <p>The points of a coarser scale are some of those of the finer one; a region without enough addresses for a scale gets
 * its centre there. Deterministic: the order of names and addresses does not matter. Used by one thread.
 */
final class SnapMaker {

    private final MetricGeometry metric;
    private final Regions regions;

    SnapMaker(MetricGeometry metric, Regions regions) {
        this.metric = metric;
        this.regions = regions;
    }

    /** All points, in a fixed order. */
    List<SnapPoint> make(Collection<Candidate> candidates, Collection<Address> addresses) {
        List<List<Candidate>> candidatesIn = lists();
        Set<LonLat> taken = new HashSet<>();
        candidates.stream()
                .sorted(Candidate.ORDER)
                .filter(candidate -> taken.add(candidate.position()))
                .forEach(candidate -> regions.find(candidate.position())
                        .ifPresent(region -> candidatesIn.get(region).add(candidate)));
        List<List<Resident>> residentsIn = lists();
        addresses.forEach(address -> regions.find(address.position())
                .ifPresent(region ->
                        residentsIn.get(region).add(new Resident(address.key(), metric.project(address.position())))));
        List<SnapPoint> points = new ArrayList<>();
        for (int region = 0; region < regions.size(); region++) {
            make(region, candidatesIn.get(region), residentsIn.get(region)).forEach(points::add);
        }
        return points;
    }

    private Stream<SnapPoint> make(int region, List<Candidate> candidates, List<Resident> residents) {
        List<SnapPoint> points = new ArrayList<>();
        Collection<Spot> spots = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Coordinate metres = metric.project(candidate.position());
            spots.add(new Spot(spots.size(), metres));
        }
        for (SnapScale scale : SnapScale.values()) {
            Map<Spot, Integer> left = Merging.of(
                    spots,
                    spot -> candidates.get(spot.order()).kind() == SnapKind.PLACE,
                    residents,
                    scale.leastAddresses());
            left.forEach((spot, count) -> points.add(point(scale, region, candidates.get(spot.order()), count)));
            if (left.isEmpty()) {
                centre(scale, region, residents).ifPresent(points::add);
            }
            spots = left.keySet();
        }
        return points.stream();
    }

    private SnapPoint point(SnapScale scale, int region, Candidate candidate, int addresses) {
        return new SnapPoint(
                scale, candidate.position(), candidate.kind(), candidate.name(), regions.areaId(region), addresses);
    }

    private Optional<SnapPoint> centre(SnapScale scale, int region, List<Resident> residents) {
        int addresses = (int) residents.stream().map(Resident::key).distinct().count();
        return regions.centre(region)
                .map(centre -> new SnapPoint(
                        scale, centre, SnapKind.AREA_CENTRE, regions.name(region), regions.areaId(region), addresses));
    }

    private <T> List<List<T>> lists() {
        return Stream.generate(() -> (List<T>) new ArrayList<T>())
                .limit(regions.size())
                .toList();
    }
}
