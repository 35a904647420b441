package se.lykta.tile;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.TileId;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.layer.View;

/**
 * Tiles and their TileJSON: {@code /tiles/LAYER/Z/X/Y.mvt} (pictures: {@code .png}) and {@code /tiles/LAYER.json}.
 *
 * <p>Tiles go out as they lie in the cache; a tile that the caller has is answered from its version alone
 * (304). The public's tiles are for shared caches, too; staff's are private and always checked again. TileJSON repeats the
 * host by which it was asked for, so no shared cache may keep it.
 */
public final class TileRoutes implements Routes {

    private static final String CACHE_STAFF = "private, no-cache";
    private static final String CACHE_PUBLIC = "public, max-age=60, stale-while-revalidate=600";
    private static final String CACHE_BASE = "public, max-age=3600, stale-while-revalidate=86400";
    private static final String VARY_CODING = "Accept-Encoding";
    private static final String VARY_CALLER = "Accept-Encoding, Authorization, Cookie";
    private static final View EVERYBODY = new View(Audience.PUBLIC, Filter.counting());

    /** An Accept-Encoding that takes gzip: named without a weight of zero (RFC 9110, section 12.5.3). */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private final Map<String, TileSource> sources = new LinkedHashMap<>();
    private final Audiences audiences;
    private final TileQueries queries;
    private final TileJson tileJson;
    private final JsonAnswer json;
    private final Gzip gzip = new Gzip();

    /** The routes of some layers. */
    public TileRoutes(
            Collection<TileSource> layers, Audiences audiences, Filters filters, TileJson tileJson, JsonAnswer json) {
        layers.forEach(layer -> sources.put(layer.description().id(), layer));
        this.audiences = audiences;
        this.queries = new TileQueries(filters);
        this.tileJson = tileJson;
        this.json = json;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/tiles/{layer}.json", this::describe);
        Arrays.stream(TileFormat.values())
                .filter(format -> sources.values().stream().anyMatch(source -> source.format() == format))
                .forEach(format ->
                        routes.get("/tiles/{layer}/{z}/{x}/{y}." + format.suffix(), context -> tile(context, format)));
    }

    private void describe(Context context) {
        TileSource source = source(context);
        request(context, source);
        byte[] document = bytes(tileJson.document(source.description(), source.format(), address(context, source)));
        context.header("Cache-Control", JsonAnswer.PRIVATE);
        send(context, "application/json", true, JsonAnswer.tag(document), () -> gzip.compress(document));
    }

    /** Where the tiles of a TileJSON document are; its query is theirs, so a filtered layer has one address. */
    private static String address(Context context, TileSource source) {
        String query = context.queryString();
        return context.scheme() + "://" + context.host() + "/tiles/" + context.pathParam("layer") + "/{z}/{x}/{y}."
                + source.format().suffix()
                + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    private byte[] bytes(Map<String, Object> document) {
        try {
            return json.mapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a TileJSON document cannot be written", e);
        }
    }

    private void tile(Context context, TileFormat format) {
        TileSource source = source(context);
        if (source.format() != format) {
            throw ApiException.notFound(
                    "unknown-tile",
                    "the tiles of this layer end in ." + source.format().suffix());
        }
        TileId tile = TileAddress.parse(context.pathParam("z"), context.pathParam("x"), context.pathParam("y"));
        Request request = request(context, source);
        TileSource.TileSet tiles = source.open(request.view, request.picture);
        context.header("Cache-Control", request.cacheControl).header("Vary", request.vary);
        send(context, format.mediaType(), format.isGzipped(), tiles.version(tile), () -> tiles.tile(tile));
    }

    private TileSource source(Context context) {
        TileSource source = sources.get(context.pathParam("layer"));
        if (source == null) {
            throw ApiException.notFound(
                    "unknown-layer", "there is no such layer, there are: " + String.join(", ", sources.keySet()));
        }
        return source;
    }

    private Request request(Context context, TileSource source) {
        if (source.parameters().isEmpty()) {
            QueryParameters.of(context).check();
            EVERYBODY.audience().require(source.audience());
            return new Request(EVERYBODY, Picture.PLAIN, CACHE_BASE, VARY_CODING);
        }
        TileQueries.Query query = queries.read(context.queryString(), context::queryParamMap, source);
        Audience audience = audiences.of(context, query.audience());
        audience.require(source.audience());
        return new Request(
                query.view().as(audience),
                query.picture(),
                audience == Audience.STAFF ? CACHE_STAFF : CACHE_PUBLIC,
                query.isForEverybody() ? VARY_CODING : VARY_CALLER);
    }

    /**
     * Sends a body, 204 if it is empty, or 304 without making it if the caller has it.
     *
     * <p>A body that is kept gzipped goes out as it is, or unpacked to the rare client that does not take gzip, with a strong
     * tag of its own for either. The server's own compression is kept away: it would share one tag and cost more than all else.
     */
    private static void send(Context context, String mediaType, boolean gzipped, String tag, Supplier<byte[]> maker) {
        boolean unpack = gzipped && !acceptsGzip(context.header("Accept-Encoding"));
        if (EntityTags.answered(context, unpack ? tag + "-plain" : tag)) {
            return;
        }
        byte[] body = maker.get();
        if (body.length == 0) {
            context.status(204);
            return;
        }
        context.disableCompression().contentType(mediaType);
        if (gzipped && !unpack) {
            context.header("Content-Encoding", "gzip");
        }
        byte[] sent = unpack ? Gzip.expand(body) : body;
        context.res().setContentLength(sent.length); // else longer ones go in chunks
        context.result(sent);
    }

    /** What browsers send needs no pattern: a list that begins with gzip. */
    private static boolean acceptsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        return accepted.startsWith("gzip,")
                || accepted.equals("gzip")
                || GZIP.matcher(accepted).find();
    }

    private record Request(View view, Picture picture, String cacheControl, String vary) {}
}
