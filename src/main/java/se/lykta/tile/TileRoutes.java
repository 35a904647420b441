package se.lykta.tile;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.TileId;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.Fault;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.taxonomy.Taxonomy;

/**
 * Tiles and their TileJSON: {@code /tiles/LAYER/Z/X/Y.mvt} (pictures: {@code .png}) and {@code /tiles/LAYER.json}.
 *
 * <p>Tiles go out as they lie in the cache, gzipped; the server's own compression is kept away from them. A tile that the
 * caller has is answered from version and filter alone (304). Staff's tiles are private and always checked again.
 */
public final class TileRoutes implements Routes {

    private static final String[] PICTURES = Stream.concat(Picture.PARAMETERS.stream(), Stream.of(Audiences.PARAMETER))
            .toArray(String[]::new);
    private static final String CACHE_STAFF = "private, no-cache";
    private static final String CACHE_PUBLIC = "public, max-age=60";
    private static final String CACHE_BASE = "public, max-age=3600";
    /** An Accept-Encoding that takes gzip: named without a weight of zero (RFC 9110, section 12.5.3). */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private final Map<String, TileSource> sources = new LinkedHashMap<>();
    private final Audiences audiences;
    private final Taxonomy taxonomy;
    private final ZoneId zone;
    private final TileJson tileJson;
    private final JsonAnswer json;

    /**
     * The routes of some layers.
     *
     * @param zone whose days the filter's dates are
     */
    public TileRoutes(
            Collection<TileSource> layers,
            Audiences audiences,
            Taxonomy taxonomy,
            ZoneId zone,
            TileJson tileJson,
            JsonAnswer json) {
        layers.forEach(layer -> sources.put(layer.description().id(), layer));
        this.audiences = audiences;
        this.taxonomy = taxonomy;
        this.zone = zone;
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
        json.send(
                context,
                tileJson.document(source.description(), source.format(), address(context, source)),
                JsonAnswer.PUBLIC);
    }

    /** Where the tiles of a TileJSON document are; its query is theirs, so a filtered layer has one address. */
    private static String address(Context context, TileSource source) {
        String query = context.queryString();
        return context.scheme() + "://" + context.host() + "/tiles/" + context.pathParam("layer") + "/{z}/{x}/{y}."
                + source.format().suffix() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    private void tile(Context context, TileFormat format) {
        TileSource source = source(context);
        if (source.format() != format) {
            throw ApiException.notFound(
                    "unknown-tile",
                    "the tiles of this layer end in ." + source.format().suffix());
        }
        TileId tile = tileId(context);
        Request request = request(context, source);
        TileSource.TileSet tiles = source.open(request.audience, request.filter, request.picture);
        boolean plain = format.isGzipped() && !acceptsGzip(context);
        context.header("Cache-Control", request.cacheControl).header("Vary", request.vary);
        if (!EntityTags.answered(context, plain ? tiles.version(tile) + "-plain" : tiles.version(tile))) {
            send(context, tiles.tile(tile), format, plain);
        }
    }

    private static void send(Context context, byte[] tile, TileFormat format, boolean plain) {
        if (tile.length == 0) {
            context.status(204);
            return;
        }
        context.disableCompression().contentType(format.mediaType());
        if (format.isGzipped() && !plain) {
            context.header("Content-Encoding", "gzip");
        }
        context.result(plain ? Gzip.expand(tile) : tile);
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
        if (!source.isFiltered()) {
            QueryParameters.of(context).check();
            return new Request(Audience.PUBLIC, Filter.counting(), Picture.PLAIN, CACHE_BASE, "Accept-Encoding");
        }
        String[] allowed =
                source.format().isRaster() ? Filter.parametersAnd(PICTURES) : Filter.parametersAnd(Audiences.PARAMETER);
        var parameters = QueryParameters.of(context, allowed);
        Filter filter = Filter.parse(parameters, taxonomy, zone);
        Picture picture = Picture.parse(parameters);
        parameters.check();
        Audience audience = audiences.of(context);
        return new Request(
                audience,
                filter,
                picture,
                audience == Audience.STAFF ? CACHE_STAFF : CACHE_PUBLIC,
                "Accept-Encoding, Authorization, Cookie");
    }

    private static TileId tileId(Context context) {
        var faults = List.of("z", "x", "y").stream()
                .filter(name -> !WHOLE_NUMBER.matcher(context.pathParam(name)).matches())
                .map(name -> new Fault(name, "not a whole number"))
                .toList();
        if (!faults.isEmpty()) {
            throw ApiException.invalid("invalid-tile", faults);
        }
        try {
            return new TileId(number(context, "z"), number(context, "x"), number(context, "y"));
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("unknown-tile", String.valueOf(e.getMessage()));
        }
    }

    /** A number in the path; what no int can hold is no tile either. */
    private static int number(Context context, String name) {
        long number = Long.parseLong(context.pathParam(name));
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    private static boolean acceptsGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null && GZIP.matcher(accepted).find();
    }

    private record Request(Audience audience, Filter filter, Picture picture, String cacheControl, String vary) {}
}
