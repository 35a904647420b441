package se.lykta.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.http.JsonBody;
import se.lykta.taxonomy.Light;
import se.lykta.walk.plan.WalkRequest;

/**
 * Reads what a walk should be like from the body of a request, on top of what was asked for before.
 *
 * <p>A member that is missing stays as it was, one that is null gets its default. Faults are noted in the body, so the
 * caller ends with {@link JsonBody#check}. For one body, used by one thread.
 */
final class WalkRequestReader {

    /** The members that are read here. */
    static final List<String> MEMBERS = List.of(
            "start",
            "end",
            "minutes",
            "minutesPerStop",
            "speedKmh",
            "groups",
            "persons",
            "maxStops",
            "maxKilometres",
            "light",
            "date",
            "time",
            "stepFree",
            "preferLit",
            "pinned",
            "banned",
            "order");

    static final int MOST_GROUPS = 10;
    static final int MOST_STOPS = 30;
    private static final int MOST_PERSONS = 20;
    private static final int PERSONS_PER_GROUP = 10;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final JsonBody body;
    private final WalkRequest before;
    private final WalkRequest usual;

    /**
     * A reader.
     *
     * @param before what holds for members that are missing
     * @param usual what holds for members that are null
     */
    WalkRequestReader(JsonBody body, WalkRequest before, WalkRequest usual) {
        this.body = body;
        this.before = before;
        this.usual = usual;
    }

    /** The request, with a filter that was read elsewhere. */
    WalkRequest read(Map<String, String> filter) {
        var limits = new WalkRequest.Limits(
                groups(),
                body.integer("maxStops", base("maxStops").limits().maxStops(), 1, MOST_STOPS),
                body.number("maxKilometres", base("maxKilometres").limits().maxKilometres(), 0.1, 30));
        return new WalkRequest(
                body.position("start").orElse(base("start").start()),
                end(),
                new WalkRequest.Pace(
                        body.integer("minutes", base("minutes").minutes(), 1, 480),
                        body.integer("minutesPerStop", base("minutesPerStop").minutesPerStop(), 0, 60),
                        body.number("speedKmh", base("speedKmh").pace().speedKmh(), 1, 7)),
                limits,
                when(),
                body.flag("stepFree", base("stepFree").stepFree()),
                body.flag("preferLit", base("preferLit").preferLit()),
                wishes(limits),
                filter);
    }

    private WalkRequest base(String member) {
        return body.isNull(member) ? usual : before;
    }

    private @Nullable LonLat end() {
        return body.position("end").orElse(base("end").end());
    }

    /** Told directly, or as many as the persons need. */
    private int groups() {
        int persons = body.integer("persons", 0, 1, MOST_PERSONS);
        int least = (persons + PERSONS_PER_GROUP - 1) / PERSONS_PER_GROUP;
        int otherwise = persons == 0 ? base("groups").limits().groups() : least;
        int groups = body.integer("groups", otherwise, 1, MOST_GROUPS);
        if (persons > 0 && groups < least) {
            body.fault(
                    "groups", "%d persons need %d groups of at most %d".formatted(persons, least, PERSONS_PER_GROUP));
        }
        if (persons > 0 && groups > persons) {
            body.fault("groups", "%d persons cannot make %d groups".formatted(persons, groups));
        }
        return groups;
    }

    private WalkRequest.When when() {
        return new WalkRequest.When(
                parsed("light", WalkRequestReader::light, "light or dark")
                        .orElse(base("light").when().light()),
                parsed("date", WalkRequestReader::day, "a date of the years 2000..2100, 2026-10-14")
                        .orElse(base("date").when().date()),
                parsed("time", text -> LocalTime.parse(text, HOUR), "a time of the day, 18:30")
                        .orElse(base("time").when().time()));
    }

    private static Light light(String text) {
        return switch (text) {
            case "light" -> Light.LIGHT;
            case "dark" -> Light.DARK;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private <T> Optional<T> parsed(String member, Function<String, T> parser, String expected) {
        Optional<String> text = body.text(member);
        try {
            return text.map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            String given = text.orElse("");
            body.fault(
                    member,
                    "'%s' is not %s".formatted(given.length() > 40 ? given.substring(0, 40) + "…" : given, expected));
            return Optional.empty();
        }
    }

    /** An order is about the groups it was made for: other groups, no order. */
    private WalkRequest.Wishes wishes(WalkRequest.Limits limits) {
        boolean groupsChanged = limits.groups() != before.limits().groups();
        List<List<String>> order = body.has("order")
                ? body.read("order", WalkRequestReader::order).orElse(List.of())
                : groupsChanged ? List.of() : base("order").wishes().order();
        var wishes = new WalkRequest.Wishes(
                body.has("pinned")
                        ? body.texts("pinned")
                        : base("pinned").wishes().pinned(),
                body.has("banned")
                        ? body.texts("banned")
                        : base("banned").wishes().banned(),
                order);
        new WishesCheck(wishes, limits, body).check();
        return wishes;
    }

    /** One list of ids for the first group, or a list of such lists. */
    private static List<List<String>> order(JsonNode node) {
        List<String> flat = new ArrayList<>();
        List<List<String>> byGroup = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> {
                if (one.isTextual()) {
                    flat.add(one.textValue().strip());
                } else {
                    byGroup.add(ids(one));
                }
            });
        }
        if (!node.isArray() || (!flat.isEmpty() && !byGroup.isEmpty())) {
            throw wrongOrder();
        }
        return flat.isEmpty() ? byGroup : List.of(flat);
    }

    private static List<String> ids(JsonNode node) {
        List<String> ids = new ArrayList<>();
        node.forEach(one -> {
            if (!one.isTextual()) {
                throw wrongOrder();
            }
            ids.add(one.textValue().strip());
        });
        if (!node.isArray()) {
            throw wrongOrder();
        }
        return ids;
    }

    private static IllegalArgumentException wrongOrder() {
        return new IllegalArgumentException("expected a list of hotspot ids, or such a list for each group");
    }
}
