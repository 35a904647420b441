package se.lykta.hotspot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lykta.hotspot.facts.Window;

/**
 * The hotspots of one snapshot for one request, with all that is needed to repeat the run.
 *
 * @param list the best one first
 * @param former hotspots of the window before that are solved; none if the question named dates
 * @param total how many reports were clustered
 * @param window the time they happened in; absent if there is no report at all
 * @param parameters what was asked for
 * @param crs the system in which distances were measured
 * @param snapshotVersion the snapshot they were found in
 */
public record Hotspots(
        List<Hotspot> list,
        List<Hotspot> former,
        int total,
        Optional<Window> window,
        HotspotParameters parameters,
        String crs,
        long snapshotVersion) {

    /** Copies the lists. */
    public Hotspots {
        list = List.copyOf(list);
        former = List.copyOf(former);
    }

    /** The same hotspots, each trusted as far as the one of the same id in an assessment, if there was one. */
    Hotspots trustedAs(Hotspots assessed) {
        Map<String, Optional<Confidence>> known = new HashMap<>();
        assessed.list.forEach(hotspot -> known.put(hotspot.id(), hotspot.confidence()));
        List<Hotspot> trusted = list.stream()
                .map(hotspot -> hotspot.with(known.getOrDefault(hotspot.id(), Optional.empty())))
                .toList();
        return new Hotspots(trusted, former, total, window, parameters, crs, snapshotVersion);
    }
}
