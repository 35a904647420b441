package se.lykta.place.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * Something that was found.
 *
 * @param id of the row it came from; areas have negative ones, so that all differ
 * @param name as people write it, with the number of the house if it is an address
 * @param kind what it is
 * @param match why it was found
 * @param position where a map puts its mark: on the thing, in or near its middle
 * @param bbox its extent; of a point a box without width
 */
record Found(long id, String name, KindWords kind, Match match, LonLat position, Bbox bbox) {

    private static final Set<KindWords> TOWN = EnumSet.of(KindWords.AREA, KindWords.LOCALITY);
    private static final Set<KindWords> OUTSIDE = EnumSet.of(KindWords.STOP, KindWords.STREET, KindWords.PARKING);
    private static final Set<KindWords> OPEN = EnumSet.of(KindWords.SQUARE, KindWords.STREET);

    /** Why something was found. */
    enum Match {
        NAME,
        KIND,
        SIMILAR,
        NUMBER,
        NEAREST_NUMBER,
        POSITION;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Whether another answer tells the same in other words: a part of the town that is an area and a label on the map, a
     * square that is also a way, a building that is named like what is in it.
     */
    boolean isTheSameAs(Found better) {
        boolean same = kind != KindWords.ADDRESS && id == better.id && kind == better.kind;
        return same || (name.equalsIgnoreCase(better.name) && mayBeOne(kind, better.kind) && touches(better));
    }

    private static boolean mayBeOne(KindWords kind, KindWords other) {
        boolean town = TOWN.contains(kind) && TOWN.contains(other);
        boolean open = OPEN.contains(kind) && OPEN.contains(other);
        boolean house = kind == KindWords.LANDMARK && !OUTSIDE.contains(other);
        return town || open || house;
    }

    private boolean touches(Found other) {
        return bbox.westDeg() <= other.bbox.eastDeg()
                && other.bbox.westDeg() <= bbox.eastDeg()
                && bbox.southDeg() <= other.bbox.northDeg()
                && other.bbox.southDeg() <= bbox.northDeg();
    }

    /** A house of this street. */
    Found house(String number, LonLat door, Match how) {
        return new Found(id, name + " " + number, KindWords.ADDRESS, how, door, point(door));
    }

    /** A position that was typed. */
    static Found position(LonLat position) {
        return new Found(
                0, PositionText.write(position), KindWords.POSITION, Match.POSITION, position, point(position));
    }

    private static Bbox point(LonLat position) {
        return new Bbox(position.lonDeg(), position.latDeg(), position.lonDeg(), position.latDeg());
    }
}
