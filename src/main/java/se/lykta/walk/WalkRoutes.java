package se.lykta.walk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.lykta.account.Audiences;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;

/**
 * Plan a walk, read it by its link, take it along as GeoJSON or GPX.
 *
 * <p>To be registered before routes of the form {@code /export/{layer}.geojson}, which would take its exports.
 */
public final class WalkRoutes implements Routes {

    private static final int MOST_BYTES = 16 * 1024;
    private static final String GEOJSON = "application/geo+json";
    private static final String LANGUAGE = "language";

    private static final String[] MEMBERS = Stream.of(
                    WalkRequestReader.MEMBERS.stream(), WalkCandidates.MEMBERS.stream(), Stream.of(LANGUAGE))
            .flatMap(members -> members)
            .toArray(String[]::new);

    private final Supplier<Optional<WalkPlanner>> planner;
    private final WalkCandidates candidates;
    private final WalkStore store;
    private final Audiences audiences;
    private final RateLimit planning;
    private final Defaults defaults;
    private final WalkGeoJson geoJson;
    private final WalkGpx gpx;

    /**
     * What a service says of itself.
     *
     * @param start where walks begin if the caller does not say
     * @param tomorrow the day of a walk if the caller does not say
     * @param attribution whom to thank for reports and map
     */
    public record Defaults(Supplier<LonLat> start, Supplier<LocalDate> tomorrow, Supplier<String> attribution) {}

    /**
     * The routes.
     *
     * @param planner absent while no OpenStreetMap file has been imported; asked anew for every plan
     * @param planning how often one address may plan
     */
    public WalkRoutes(
            Supplier<Optional<WalkPlanner>> planner,
            WalkCandidates candidates,
            WalkStore store,
            Audiences audiences,
            RateLimit planning,
            Defaults defaults) {
        this.planner = planner;
        this.candidates = candidates;
        this.store = store;
        this.audiences = audiences;
        this.planning = planning;
        this.defaults = defaults;
        this.geoJson = new WalkGeoJson(defaults.attribution());
        this.gpx = new WalkGpx(defaults.attribution());
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/walks", this::plan);
        routes.get("/api/walks/{id}", this::show);
        routes.get("/export/walk-{id}.geojson", this::exportGeoJson);
        routes.get("/export/walk-{id}.gpx", this::exportGpx);
    }

    private void plan(Context context) {
        planning.check(context);
        QueryParameters.of(context, Audiences.PARAMETER).check();
        JsonBody body = JsonBody.of(context, MOST_BYTES, MEMBERS);
        WalkRequest usual =
                WalkRequest.from(defaults.start().get(), defaults.tomorrow().get());
        WalkRequest request =
                new WalkRequestReader(body, usual, usual).read(candidates.readFilter(body, usual.filter()));
        body.text(LANGUAGE).filter(WalkRoutes::isNoLanguage).ifPresent(text -> body.fault(LANGUAGE, "allowed: sv, en"));
        body.check("invalid-walk");
        WalkPlan plan = planner().plan(request, candidates.list(audiences.of(context), request.filter()));
        StoredWalk stored = store.add(plan);
        context.status(201).header("Location", "/api/walks/" + stored.id()).header("Cache-Control", "no-store");
        context.contentType(GEOJSON).result(geoJson.write(stored));
    }

    private WalkPlanner planner() {
        String detail = "there is no map to walk on yet; run ./lykta import-osm FILE with an OpenStreetMap extract";
        return planner.get()
                .orElseThrow(() -> new ApiException(ApiException.Kind.UNAVAILABLE, "no-network", detail, List.of()));
    }

    private void show(Context context) {
        QueryParameters.of(context).check();
        StoredWalk stored = stored(context);
        if (!isKnown(context, stored, "json")) {
            context.contentType(GEOJSON).result(geoJson.write(stored));
        }
    }

    private void exportGeoJson(Context context) {
        QueryParameters.of(context).check();
        StoredWalk stored = stored(context);
        context.header("Content-Disposition", "attachment; filename=\"walk-%s.geojson\"".formatted(stored.id()));
        if (!isKnown(context, stored, "json")) {
            context.contentType(GEOJSON).result(geoJson.write(stored));
        }
    }

    private void exportGpx(Context context) {
        QueryParameters query = QueryParameters.of(context, LANGUAGE);
        String language = query.find(LANGUAGE).orElse("sv");
        if (isNoLanguage(language)) {
            query.fault(LANGUAGE, "allowed: sv, en");
        }
        query.check();
        StoredWalk stored = stored(context);
        context.header("Content-Disposition", "attachment; filename=\"walk-%s.gpx\"".formatted(stored.id()));
        if (!isKnown(context, stored, "gpx-" + language)) {
            context.contentType("application/gpx+xml").result(gpx.write(stored, language.equals("en")));
        }
    }

    private StoredWalk stored(Context context) {
        return store.find(context.pathParam("id"))
                .orElseThrow(() -> ApiException.notFound("unknown-walk", "there is no walk with this id"));
    }

    private static boolean isKnown(Context context, StoredWalk stored, String form) {
        context.header("Cache-Control", "private, no-cache");
        return EntityTags.answeredWeakly(context, "walk-%s-%d-%s".formatted(stored.id(), stored.version(), form));
    }

    private static boolean isNoLanguage(String text) {
        return !text.equals("sv") && !text.equals("en");
    }
}
