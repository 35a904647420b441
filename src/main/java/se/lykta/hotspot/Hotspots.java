package se.lykta.hotspot;

import java.util.List;
import java.util.Optional;

/**
 * The hotspots of one snapshot for one request, with all that is needed to repeat the run.
 *
 * @param list the best one first
 * @param total how many reports were clustered
 * @param window the time they happened in; absent if there is no report at all
 * @param parameters what was asked for
 * @param crs the system in which distances were measured
 * @param snapshotVersion the snapshot they were found in
 */
public record Hotspots(
        List<Hotspot> list,
        int total,
        Optional<Window> window,
        HotspotParameters parameters,
        String crs,
        long snapshotVersion) {

    /** Copies the list. */
    public Hotspots {
        list = List.copyOf(list);
    }
}
