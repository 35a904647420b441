package se.lykta.place.area;

import java.util.List;
import se.lykta.place.Area;

/**
 * A change of one area that was made.
 *
 * @param version of all areas after it
 * @param area as it is stored; as it was, if it was removed
 * @param notices what whoever changed it has to know
 */
record AreaEdit(long version, Area area, List<AreaNotice> notices) {

    AreaEdit {
        notices = List.copyOf(notices);
    }
}
