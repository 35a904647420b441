package se.lykta.walk.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.shredzone.commons.suncalc.SunTimes;
import org.shredzone.commons.suncalc.SunTimes.Twilight;
import se.lykta.geo.LonLat;

/**
 * When it is light and dark at one place, by commons-suncalc.
 *
 * <p>Dark is from civil dusk to civil dawn, with the sun 6° below the horizon; light is from sunrise to sunset. A night
 * belongs to the day on whose noon it follows, so the dusk after midnight of a northern summer is that of the evening
 * before. Beyond the polar circle there may be no dusk, or no sunrise, for weeks. Immutable.
 */
final class SunClock {

    private static final Duration DAY = Duration.ofDays(1);

    private final LonLat place;
    private final ZoneId zone;

    SunClock(LonLat place, ZoneId zone) {
        this.place = place;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** The time of daylight that begins on a day; nothing if the sun does not rise. */
    Optional<Span> daylight(LocalDate date) {
        ZonedDateTime midnight = date.atStartOfDay(zone);
        SunTimes sun = sun(Twilight.VISUAL, midnight);
        if (sun.isAlwaysUp()) {
            return Optional.of(new Span(midnight, midnight.plus(DAY)));
        }
        if (sun.getRise() == null) {
            return Optional.ofNullable(sun.getSet()).map(set -> new Span(midnight, set));
        }
        return Optional.of(new Span(sun.getRise(), setAfter(sun.getRise())));
    }

    private ZonedDateTime setAfter(ZonedDateTime rise) {
        return Optional.ofNullable(sun(Twilight.VISUAL, rise.plusMinutes(1)).getSet())
                .orElse(rise.plus(DAY));
    }

    /** When the sun sets after the noon of a day; nothing if it does not. */
    Optional<ZonedDateTime> sunset(LocalDate date) {
        return Optional.ofNullable(sun(Twilight.VISUAL, noon(date)).getSet());
    }

    /** The time of darkness after the noon of a day; nothing if it does not get dark. */
    Optional<Span> darkness(LocalDate date) {
        ZonedDateTime noon = noon(date);
        SunTimes sun = sun(Twilight.CIVIL, noon);
        ZonedDateTime dusk = sun.isAlwaysDown() ? noon : sun.getSet();
        return Optional.ofNullable(dusk).map(from -> new Span(from, dawnAfter(from)));
    }

    private ZonedDateTime dawnAfter(ZonedDateTime dusk) {
        return Optional.ofNullable(sun(Twilight.CIVIL, dusk.plusMinutes(1)).getRise())
                .orElse(dusk.plus(DAY));
    }

    private ZonedDateTime noon(LocalDate date) {
        return date.atTime(12, 0).atZone(zone);
    }

    /** What the sun does within a day of a moment. */
    private SunTimes sun(Twilight twilight, ZonedDateTime from) {
        return SunTimes.compute()
                .on(from)
                .at(place.latDeg(), place.lonDeg())
                .twilight(twilight)
                .limit(DAY)
                .execute();
    }
}
