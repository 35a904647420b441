package se.lykta.walk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import se.lykta.http.EntityTags;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;

/**
 * Take a walk along as GeoJSON, GPX or text.
 *
 * <p>To be registered before routes of the form {@code /export/{layer}.geojson}, which would take these.
 */
public final class WalkExportRoutes implements Routes {

    private static final String LANGUAGE = "language";
    private static final String VERSION = "version";

    private final WalkStore store;
    private final WalkGeoJson geoJson;
    private final WalkGpx gpx;
    private final WalkText text;

    /** What makes a file of a walk. */
    private interface Form {

        byte[] write(StoredWalk stored, boolean english);
    }

    /**
     * The routes.
     *
     * @param attribution whom to thank for reports and map
     */
    public WalkExportRoutes(WalkStore store, Supplier<String> attribution) {
        this.store = store;
        this.geoJson = new WalkGeoJson(attribution);
        this.gpx = new WalkGpx(attribution);
        this.text = new WalkText(attribution);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/export/walk-{id}.geojson", this::exportGeoJson);
        routes.get("/export/walk-{id}.gpx", context -> export(context, "gpx", "application/gpx+xml", gpx::write));
        routes.get("/export/walk-{id}.txt", context -> export(context, "txt", "text/plain; charset=utf-8", this::text));
    }

    private byte[] text(StoredWalk stored, boolean english) {
        return text.write(stored, english).getBytes(StandardCharsets.UTF_8);
    }

    /** The same bytes as the answer of the API: both languages in one. */
    private void exportGeoJson(Context context) {
        StoredWalk stored = WalkRoutes.stored(store, context, QueryParameters.of(context, VERSION));
        send(context, stored, "geojson", "application/geo+json", () -> geoJson.write(stored));
    }

    private void export(Context context, String ending, String type, Form form) {
        QueryParameters query = QueryParameters.of(context, LANGUAGE, VERSION);
        String language = query.find(LANGUAGE).orElse("sv");
        if (!language.equals("sv") && !language.equals("en")) {
            query.fault(LANGUAGE, "allowed: sv, en");
        }
        StoredWalk stored = WalkRoutes.stored(store, context, query);
        context.header("Content-Language", language);
        send(context, stored, ending, type, () -> form.write(stored, language.equals("en")));
    }

    private static void send(Context context, StoredWalk stored, String ending, String type, Supplier<byte[]> content) {
        String language = String.valueOf(context.queryParam(LANGUAGE));
        context.header("Content-Disposition", "attachment; filename=\"walk-%s.%s\"".formatted(stored.id(), ending));
        context.header("Cache-Control", JsonAnswer.PRIVATE);
        String tag = "walk-%s-%d-%s-%s".formatted(stored.id(), stored.version(), ending, language);
        if (!EntityTags.answeredWeakly(context, tag)) {
            context.contentType(type).result(content.get());
        }
    }
}
