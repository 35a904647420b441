package se.lykta.hotspot;

import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;

/**
 * A place that many reports are about.
 *
 * @param id the same for about the same place and the same main cause, also in the next run; see {@link HotspotId}
 * @param rank 1 for the one with most reports
 * @param name main cause and nearest place, "Bristande belysning vid Idrottshallen"
 * @param explanation plain sentences that say what was found and how far it can be trusted
 * @param centre the reported position nearest to the mean of all
 * @param outline valid polygon without holes around all members, longitude and latitude; not to be changed
 * @param facts the numbers
 * @param confidence how far it can be trusted; empty until that has been found out
 */
public record Hotspot(
        String id,
        int rank,
        Name name,
        Name explanation,
        LonLat centre,
        Polygon outline,
        Facts facts,
        Optional<Confidence> confidence) {

    /** The same, trusted as far as this tells. */
    Hotspot with(Optional<Confidence> known) {
        return new Hotspot(id, rank, name, explanation, centre, outline, facts, known);
    }
}
