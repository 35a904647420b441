package se.lykta.place.osm.file;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.lykta.http.ApiException;
import se.lykta.place.MunicipalityName;

/**
 * What is to be imported: a file, a URL, or {@code overpass:NAME} for the municipality of that name.
 *
 * @param source path, {@code http(s)} URL or {@code overpass:NAME}
 * @param clip GeoJSON file whose polygons are cut out
 * @param marginMetres how much around them is kept, 0..100 000
 * @param overpass the Overpass interpreter to ask for a municipality
 * @param mostBytes the largest file to download
 * @param patience how long to wait for a server to connect or to go on
 */
public record OsmOrder(
        String source, Optional<Path> clip, double marginMetres, URI overpass, long mostBytes, Duration patience) {

    /** The public Overpass interpreter. */
    public static final URI PUBLIC_OVERPASS = URI.create("https://overpass-api.de/api/interpreter");

    /** Larger than any country's extract of today but three. */
    public static final long MOST_BYTES = 5L << 30;

    /** Walks and the map need a bit of what is behind the border. */
    public static final double MARGIN_METRES = 1000;

    private static final String OVERPASS = "overpass:";
    private static final double LARGEST_MARGIN_METRES = 100_000;

    /** Refuses margins and limits that make no sense. */
    public OsmOrder {
        if (!(marginMetres >= 0 && marginMetres <= LARGEST_MARGIN_METRES)) {
            throw new ApiException(
                    ApiException.Kind.INVALID,
                    "clip-margin-invalid",
                    "the margin is %s m, allowed are 0 to %.0f".formatted(marginMetres, LARGEST_MARGIN_METRES),
                    List.of());
        }
    }

    /** Everything of a source, with the usual limits. */
    public static OsmOrder of(String source) {
        return new OsmOrder(
                source, Optional.empty(), MARGIN_METRES, PUBLIC_OVERPASS, MOST_BYTES, Duration.ofSeconds(60));
    }

    /** Where to download from, if it is no file. */
    Optional<URI> url() {
        if (source.toLowerCase(Locale.ROOT).startsWith(OVERPASS)) {
            return Optional.of(URI.create(overpass + "?data=" + URLEncoder.encode(query(), StandardCharsets.UTF_8)));
        }
        if (!source.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(source);
            if (List.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT)) && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            throw wrongUrl();
        }
        throw wrongUrl();
    }

    /** What the file is called to people; its ending tells the format. */
    String fileName() {
        if (source.toLowerCase(Locale.ROOT).startsWith(OVERPASS)) {
            return municipality().replaceAll("[^\\p{L}\\p{N} -]", "") + ".osm";
        }
        String path = url().map(URI::getPath).orElse(source);
        return String.valueOf(Path.of(path.isEmpty() ? "map.osm" : path).getFileName());
    }

    /**
     * The municipality, by its own name or the official one ("Olofströms kommun"), with everything in it. Relations are
     * only completed if they are areas: a road route would bring half the country.
     */
    private String query() {
        return """
                [out:xml][timeout:900][maxsize:1500000000];
                area["boundary"="administrative"]["admin_level"="7"]["name"~"%s",i]->.town;
                (rel(pivot.town);node(area.town);way(area.town);rel(area.town)["type"="multipolygon"];);
                (._;>;);
                out body;
                """.formatted(new MunicipalityName(municipality()).pattern());
    }

    private String municipality() {
        String name = OsmText.clean(source.substring(OVERPASS.length()));
        if (name.isEmpty()) {
            throw new ApiException(
                    ApiException.Kind.INVALID,
                    "osm-url-invalid",
                    "overpass: needs a name, such as overpass:Olofström",
                    List.of());
        }
        return name;
    }

    private ApiException wrongUrl() {
        return new ApiException(
                ApiException.Kind.INVALID,
                "osm-url-invalid",
                source + " can't be downloaded: allowed are http, https and overpass:NAME",
                List.of());
    }
}
