package se.lykta.walk.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.taxonomy.Light;

/**
 * Chooses when a walk starts, so that it is dark, or light, from the first minute to the last.
 *
 * <p>A walk in the dark starts half an hour after sunset and not before civil dusk. One in daylight starts at four in the
 * afternoon or, where the sun sets too early for that, so that it ends with the sunset. Who names an hour gets it, or
 * hears which hours there are. Immutable.
 */
final class DepartureChoice {

    private static final LocalTime USUAL_START = LocalTime.of(16, 0);
    private static final Duration AFTER_SUNSET = Duration.ofMinutes(30);
    private static final int DAYS_AHEAD = 366;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final SunClock sun;
    private final Duration length;

    /**
     * A choice.
     *
     * @param length of the walk, all in all
     */
    DepartureChoice(SunClock sun, Duration length) {
        this.sun = sun;
        this.length = length;
    }

    /**
     * The start.
     *
     * @param need whether it should be dark or light if the caller does not say
     * @throws ApiException {@code no-dusk}, {@code night-too-short}, {@code not-dark}, {@code no-daylight},
     *     {@code day-too-short} or {@code not-light}
     */
    Departure choose(WalkRequest.When when, Light need) {
        LocalTime time = when.time();
        Light wanted = when.light();
        if (time != null) {
            return at(when.date().atTime(time).atZone(sun.zone()), Optional.ofNullable(wanted));
        }
        if (wanted != null) {
            return usual(when.date(), wanted);
        }
        return usual(when.date(), starts(when.date(), need).isPresent() ? need : other(need));
    }

    private static Light other(Light light) {
        return light == Light.DARK ? Light.LIGHT : Light.DARK;
    }

    private Departure usual(LocalDate date, Light light) {
        Span starts = starts(date, light).orElseThrow(() -> tooShort(date, light));
        ZonedDateTime fourOClock = date.atTime(USUAL_START).atZone(sun.zone());
        ZonedDateTime start = light == Light.DARK ? starts.from() : starts.nearest(fourOClock);
        return departure(start, light == Light.DARK);
    }

    /** At an hour that was asked for; whoever also says light or dark must not be wrong. */
    private Departure at(ZonedDateTime start, Optional<Light> wanted) {
        LocalDate date = start.toLocalDate();
        boolean dark = Stream.of(date.minusDays(1), date)
                .flatMap(day -> sun.darkness(day).stream())
                .anyMatch(night -> night.contains(start, length));
        boolean light =
                sun.daylight(date).map(day -> day.contains(start, length)).orElse(false);
        if (wanted.equals(Optional.of(Light.DARK)) && !dark) {
            throw wrongHour(start, Light.DARK);
        }
        if (wanted.equals(Optional.of(Light.LIGHT)) && !light) {
            throw wrongHour(start, Light.LIGHT);
        }
        return departure(start, dark);
    }

    private Departure departure(ZonedDateTime start, boolean dark) {
        LocalDate evening = start.getHour() < 12 && dark ? start.toLocalDate().minusDays(1) : start.toLocalDate();
        return new Departure(
                start.toLocalDateTime(),
                sun.darkness(evening)
                        .map(night -> night.inMinutes().from().toLocalDateTime())
                        .orElse(null),
                dark);
    }

    /** The minutes in which such a walk may start; nothing if there are none. */
    private Optional<Span> starts(LocalDate date, Light light) {
        return time(date, light)
                .map(Span::inMinutes)
                .map(span -> new Span(span.from(), span.until().minus(length)))
                .filter(span -> !span.until().isBefore(span.from()));
    }

    /** The time in which such a walk has to lie. */
    private Optional<Span> time(LocalDate date, Light light) {
        if (light == Light.LIGHT) {
            return sun.daylight(date);
        }
        return sun.darkness(date)
                .map(night -> sun.sunset(date)
                        .map(sunset -> sunset.plus(AFTER_SUNSET))
                        .filter(later -> later.isAfter(night.from()))
                        .map(night::from)
                        .orElse(night));
    }

    private ApiException tooShort(LocalDate date, Light light) {
        String word = light == Light.DARK ? "dark" : "light";
        Optional<Span> time = time(date, light);
        String code = time.isEmpty()
                ? light == Light.DARK ? "no-dusk" : "no-daylight"
                : light == Light.DARK ? "night-too-short" : "day-too-short";
        String today = time.map(span -> "it is %s for %d minutes only on %s"
                        .formatted(word, span.inMinutes().length().toMinutes(), date))
                .orElse("it does not get %s on %s".formatted(word, date));
        String next = nextDate(date, light)
                .map(later -> "the next date with %d minutes of %s is %s"
                        .formatted(length.toMinutes(), light == Light.DARK ? "darkness" : "daylight", later))
                .orElse("no date within a year has as much as " + length.toMinutes() + " minutes");
        return fault(code, "date", today + "; " + next);
    }

    private Optional<LocalDate> nextDate(LocalDate date, Light light) {
        return IntStream.rangeClosed(1, DAYS_AHEAD)
                .mapToObj(date::plusDays)
                .filter(later -> starts(later, light).isPresent())
                .findFirst();
    }

    private ApiException wrongHour(ZonedDateTime start, Light light) {
        LocalDate date = start.toLocalDate();
        Span starts = starts(date, light).orElseThrow(() -> tooShort(date, light));
        String word = light == Light.DARK ? "dark" : "light";
        return fault(
                "not-" + word,
                "time",
                "it is not %s all the %d minutes from %s on %s; a start from %s to %s is allowed"
                        .formatted(
                                word,
                                length.toMinutes(),
                                start.format(HOUR),
                                date,
                                starts.from().format(HOUR),
                                starts.until().format(HOUR)));
    }

    private static ApiException fault(String code, String field, String detail) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, List.of(new Fault(field, detail)));
    }
}
