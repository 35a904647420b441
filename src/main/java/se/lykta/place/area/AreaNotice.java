package se.lykta.place.area;

import java.util.Locale;
import java.util.Optional;
import se.lykta.place.Area;

/**
 * What whoever drew an area has to know although it was taken.
 *
 * @param code {@code repaired}, {@code cut} or {@code overlap}
 * @param message one sentence
 * @param share how much of the area was cut away, or lies in another one, 0..1; 0 if that says nothing
 * @param other the other area of an overlap
 */
record AreaNotice(String code, String message, double share, Optional<Area> other) {

    static AreaNotice repaired() {
        String message = "the border crossed itself slightly and was repaired";
        return new AreaNotice("repaired", message, 0, Optional.empty());
    }

    static AreaNotice cut(double share) {
        String message = percent(share) + " lay outside of the municipality and was cut away";
        return new AreaNotice("cut", message, share, Optional.empty());
    }

    static AreaNotice overlap(double share, Area other) {
        String message = "%s of it lies in area %d (%s), too: a report there is in both areas of the filter; its public"
                + " position belongs to the one whose name comes first";
        return new AreaNotice(
                "overlap", message.formatted(percent(share), other.id(), other.name()), share, Optional.of(other));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
