package se.lykta.hotspot;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.identity.Members;
import se.lykta.hotspot.words.Name;

/**
 * A place that many reports are about.
 *
 * @param id the same as long as most of its reports are, also in the next run and for other parameters; see
 *     {@link se.lykta.hotspot.identity.Identities}, for new hotspots {@link se.lykta.hotspot.identity.HotspotId}
 * @param standing where it stands among the others
 * @param name main cause and nearest place, "Bristande belysning vid Idrottshallen"
 * @param explanation plain sentences that say what was found and how far it can be trusted
 * @param centre the reported position nearest to the mean of all
 * @param outline valid polygon without holes around all members, longitude and latitude; not to be changed
 * @param members the reports
 * @param facts the numbers
 * @param emergence what has become of the place over the years; empty if the data know one year only
 * @param confidence how far it can be trusted; empty until that has been found out
 */
public record Hotspot(
        String id,
        Standing standing,
        Name name,
        Name explanation,
        LonLat centre,
        Polygon outline,
        Members members,
        Facts facts,
        Optional<Emergence> emergence,
        Optional<Confidence> confidence) {

    /** 1 for the one that stands first. */
    public int rank() {
        return standing.rank();
    }

    /** The same, trusted as far as this tells. */
    Hotspot with(Optional<Confidence> known) {
        return new Hotspot(id, standing, name, explanation, centre, outline, members, facts, emergence, known);
    }

    /** Whether the centre of another hotspot of the same group of causes lies within the outline. */
    boolean covers(Hotspot other) {
        LonLat position = other.centre;
        return other.standing.group().equals(standing.group())
                && outline.covers(
                        outline.getFactory().createPoint(new Coordinate(position.lonDeg(), position.latDeg())));
    }
}
