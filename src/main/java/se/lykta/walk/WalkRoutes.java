package se.lykta.walk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.IfMatch;
import se.lykta.http.JsonAnswer;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkPlanner;
import se.lykta.walk.plan.WalkRequest;

/**
 * Plan a walk, read it by its link, plan it anew.
 *
 * <p>A change is a new version beside the old ones, so it is a POST that makes something; {@code If-Match} says which
 * version it changes. Whoever has the link may read every version. Who may see the hotspots that a walk was planned from
 * may also change it: staff their own walks, anybody those of the public.
 */
public final class WalkRoutes implements Routes {

    private static final int MOST_BYTES = 16 * 1024;
    private static final String GEOJSON = "application/geo+json";
    private static final String LANGUAGE = "language";
    private static final String VERSION = "version";

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
    private final JsonAnswer answer = new JsonAnswer();

    /**
     * What a service says of itself.
     *
     * @param start where walks begin if the caller does not say
     * @param tomorrow the day of a walk if the caller does not say
     * @param attribution whom to thank for reports and map
     */
    public record Defaults(Supplier<LonLat> start, Supplier<LocalDate> tomorrow, Supplier<String> attribution) {

        WalkRequest request() {
            return WalkRequest.from(start.get(), tomorrow.get());
        }
    }

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
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/walks", this::plan);
        routes.get("/api/walks/{id}", this::show);
        routes.get("/api/walks/{id}/versions", this::showVersions);
        routes.post("/api/walks/{id}/versions", this::planAnew);
    }

    private void plan(Context context) {
        planning.check(context);
        QueryParameters.of(context, Audiences.PARAMETER).check();
        WalkRequest usual = defaults.request();
        WalkRequest request = read(context, usual, usual);
        Audience audience = audiences.of(context);
        WalkPlan plan = planner().plan(request, candidates.list(audience, request.filter()));
        StoredWalk stored = store.add(plan, audience);
        tell(context, stored, "/api/walks/" + stored.id());
    }

    private void planAnew(Context context) {
        planning.check(context);
        QueryParameters.of(context, Audiences.PARAMETER).check();
        String id = context.pathParam("id");
        WalkStore.State state = store.findState(id).orElseThrow(WalkRoutes::unknownWalk);
        audiences.of(context).require(state.audience());
        checkKnown(IfMatch.required(context, "the version of the walk in quotes"), id, state);
        StoredWalk before = store.find(id, state.version()).orElseThrow(WalkRoutes::unknownWalk);
        WalkRequest request = read(context, before.plan().request(), defaults.request());
        WalkPlan plan = planner().plan(request, candidates.list(state.audience(), request.filter()));
        StoredWalk stored = store.addVersion(before, plan).orElseThrow(WalkRoutes::changed);
        tell(context, stored, "/api/walks/%s?version=%d".formatted(id, stored.version()));
    }

    /** What is known as the version number, or as the entity tag of an answer: both name one plan. */
    private static void checkKnown(IfMatch known, String id, WalkStore.State state) {
        String tag = tag(id, state.version());
        boolean byTag = known.tags().stream().anyMatch(given -> given.equals("W/\"" + tag + '"'));
        if (!byTag && !known.knows(Integer.toString(state.version()))) {
            throw changed();
        }
    }

    private static ApiException changed() {
        String detail = "somebody has planned this walk anew since; read its newest version and try again";
        return new ApiException(ApiException.Kind.PRECONDITION_FAILED, "walk-changed", detail, List.of());
    }

    private WalkRequest read(Context context, WalkRequest before, WalkRequest usual) {
        JsonBody body = JsonBody.of(context, MOST_BYTES, MEMBERS);
        Map<String, String> filter = candidates.readFilter(body, before.filter());
        WalkRequest request = new WalkRequestReader(body, before, usual).read(filter);
        body.text(LANGUAGE)
                .filter(text -> !text.equals("sv") && !text.equals("en"))
                .ifPresent(text -> body.fault(LANGUAGE, "allowed: sv, en"));
        body.check("invalid-walk");
        return request;
    }

    private WalkPlanner planner() {
        String detail = "there is no map to walk on yet; run ./lykta import-osm FILE with an OpenStreetMap extract";
        return planner.get()
                .orElseThrow(() -> new ApiException(ApiException.Kind.UNAVAILABLE, "no-network", detail, List.of()));
    }

    private void tell(Context context, StoredWalk stored, String location) {
        context.status(201).header("Location", location).header("Cache-Control", "no-store");
        context.header("ETag", "W/\"" + tag(stored.id(), stored.version()) + '"');
        context.contentType(GEOJSON).result(geoJson.write(stored));
    }

    private void show(Context context) {
        StoredWalk stored = stored(store, context, QueryParameters.of(context, VERSION));
        context.header("Cache-Control", JsonAnswer.PRIVATE);
        if (!EntityTags.answeredWeakly(context, tag(stored.id(), stored.version()))) {
            context.contentType(GEOJSON).result(geoJson.write(stored));
        }
    }

    private void showVersions(Context context) {
        QueryParameters.of(context).check();
        String id = context.pathParam("id");
        List<WalkVersion> versions = store.listVersions(id);
        if (versions.isEmpty()) {
            throw unknownWalk();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("versions", versions);
        answer.send(context, body, JsonAnswer.PRIVATE);
    }

    /**
     * The walk that a request is about: the version it names, or the newest.
     *
     * @param query allows {@code version}; its faults are told
     */
    public static StoredWalk stored(WalkStore store, Context context, QueryParameters query) {
        int version = query.integer(VERSION, 0, 1, Integer.MAX_VALUE);
        query.check();
        String id = context.pathParam("id");
        Optional<StoredWalk> stored = version == 0 ? store.find(id) : store.find(id, version);
        return stored.orElseThrow(WalkRoutes::unknownWalk);
    }

    private static String tag(String id, int version) {
        return "walk-%s-%d".formatted(id, version);
    }

    private static ApiException unknownWalk() {
        return ApiException.notFound("unknown-walk", "there is no walk with this id, or no such version of it");
    }
}
