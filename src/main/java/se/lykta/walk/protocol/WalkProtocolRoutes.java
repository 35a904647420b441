package se.lykta.walk.protocol;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.WalkRoutes;
import se.lykta.walk.WalkStore;
import se.lykta.walk.plan.Loop;

/**
 * {@code GET /export/walk-ID.pdf} and {@code .ics}: the protocol to print, and the three meetings for calendars.
 *
 * <p>Both hold links with the host that was asked, so no shared cache may keep them. To be registered before routes of
 * the form {@code /export/{layer}.geojson}.
 */
public final class WalkProtocolRoutes implements Routes {

    private static final String LANGUAGE = "language";
    private static final String GROUP = "group";
    private static final String VERSION = "version";
    private static final int MOST_GROUPS = 10;
    private static final Name NAMELESS = new Name("platsen på kartan", "the place on the map");

    private final WalkStore store;
    private final RateLimit printing;
    private final Surroundings surroundings;
    private final WalkProtocol protocol;
    private final WalkCalendar calendar;

    /**
     * What is told of the place besides the walk.
     *
     * @param taxonomy the words for causes
     * @param zone the municipality's clock
     * @param nearest what people call a place
     * @param attribution whom to thank for reports and map
     * @param crs in which maps are drawn
     * @param version of names and map, for the tags of answers
     */
    public record Surroundings(
            Taxonomy taxonomy,
            ZoneId zone,
            Function<LonLat, Optional<Name>> nearest,
            Supplier<String> attribution,
            Supplier<MetricCrs> crs,
            Supplier<String> version) {}

    /**
     * The routes.
     *
     * @param source the ground of maps
     * @param printing how often one address may have a protocol made
     */
    public WalkProtocolRoutes(WalkStore store, MapSource source, RateLimit printing, Surroundings surroundings) {
        this.store = store;
        this.printing = printing;
        this.surroundings = surroundings;
        this.protocol = new WalkProtocol(source, surroundings.taxonomy(), surroundings.zone());
        this.calendar = new WalkCalendar(surroundings.zone());
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/export/walk-{id}.pdf", this::print);
        routes.get("/export/walk-{id}.ics", this::invite);
    }

    private void print(Context context) {
        QueryParameters query = QueryParameters.of(context, LANGUAGE, GROUP, VERSION);
        Language language = language(query);
        int group = query.integer(GROUP, 0, 1, MOST_GROUPS);
        Handout handout = handout(context, query, language);
        List<Loop> groups = group == 0 ? handout.loops() : List.of(loop(handout, group));
        String name = "walk-" + handout.stored().id() + (group == 0 ? "" : "-" + group) + ".pdf";
        context.header("Content-Language", language.code());
        if (!isKnown(context, handout, "pdf-" + language.code() + "-" + group)) {
            printing.check(context);
            context.header("Content-Disposition", "inline; filename=\"" + name + "\"")
                    .contentType("application/pdf")
                    .result(protocol.write(handout, groups, language));
        }
    }

    private void invite(Context context) {
        QueryParameters query = QueryParameters.of(context, LANGUAGE, VERSION);
        Language language = language(query);
        Handout handout = handout(context, query, language);
        context.header("Content-Language", language.code());
        if (!isKnown(context, handout, "ics-" + language.code())) {
            String name = "walk-" + handout.stored().id() + ".ics";
            context.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                    .contentType("text/calendar; charset=utf-8")
                    .result(calendar.write(handout, language));
        }
    }

    private static Language language(QueryParameters query) {
        String code = query.find(LANGUAGE).orElse(Language.SV.code());
        Optional<Language> language = Language.find(code);
        if (language.isEmpty()) {
            query.fault(LANGUAGE, "allowed: sv, en");
        }
        return language.orElse(Language.SV);
    }

    private static Loop loop(Handout handout, int group) {
        return handout.loops().stream()
                .filter(loop -> loop.group() == group)
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "invalid-parameter",
                        List.of(new Fault(
                                GROUP,
                                "%d is not one of the groups 1..%d"
                                        .formatted(group, handout.loops().size())))));
    }

    private Handout handout(Context context, QueryParameters query, Language language) {
        StoredWalk stored = WalkRoutes.stored(store, context, query);
        String host = context.scheme() + "://" + context.host();
        LonLat start = stored.plan().request().start();
        return new Handout(
                stored,
                surroundings.nearest().apply(start).orElse(NAMELESS),
                new Handout.Links(
                        "%s/#lang=%s&walk=%s&panel=walk".formatted(host, language.code(), stored.id()),
                        "%s/export/walk-%s.pdf?language=%s".formatted(host, stored.id(), language.code())),
                surroundings.attribution().get(),
                surroundings.crs().get());
    }

    /** The answer holds names, the map and the host, so its tag does, too. */
    private boolean isKnown(Context context, Handout handout, String form) {
        context.header("Cache-Control", "private, no-cache");
        StoredWalk stored = handout.stored();
        return EntityTags.answeredWeakly(
                context,
                "walk-%s-%d-%s-%s-%08x"
                        .formatted(
                                stored.id(),
                                stored.version(),
                                form,
                                surroundings.version().get(),
                                handout.links().page().hashCode()));
    }
}
