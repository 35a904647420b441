package se.lykta.place.area;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.place.Area;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.file.AreaFile;

/**
 * Takes the municipality and its areas from a file (GeoJSON, a GeoPackage or a shapefile) or from the OSM extract in use.
 *
 * <p>A feature with {@code kind=municipality} gives outline, name, {@code fictional} and {@code start}; features with
 * {@code kind=area} (or any other polygons) are areas. Without a municipality feature the union of all areas is the
 * outline and the name has to be given. Everything that was there is replaced, or nothing. Safe for use by many threads.
 */
public final class AreaImport {

    /**
     * What the file does not say.
     *
     * @param name the municipality's name; wins over the one in the file
     * @param timeZone zone in which days and hours are meant
     */
    public record Options(@Nullable String name, ZoneId timeZone) {}

    private final PlaceStore places;
    private final OsmBoundaryStore boundaries;
    private final AreaStore store;

    /** An import into one database. */
    public AreaImport(Jdbi jdbi) {
        this.places = new PlaceStore(jdbi);
        this.boundaries = new OsmBoundaryStore(jdbi);
        this.store = new AreaStore(jdbi);
    }

    /**
     * Imports a file.
     *
     * @param geoJson the whole file, UTF-8
     * @throws ApiException {@code areas-unreadable} for what is no GeoJSON feature collection of polygons,
     *     {@code areas-invalid} for polygons that can't be repaired, {@code municipality-name-missing}
     */
    public Municipality run(byte[] geoJson, Options options) {
        var check = new AreaCheck(places);
        return replace(check.checked(() -> new AreaFile(check.unreadable()).read(geoJson)), options);
    }

    /**
     * Imports a file of any format, told by its content; a shapefile by its main file or zipped.
     *
     * @throws ApiException as above
     */
    public Municipality run(Path file, Options options) {
        try {
            var check = new AreaCheck(places);
            return replace(check.checked(() -> new AreaFile(check.unreadable()).read(file)), options);
        } catch (IOException e) {
            throw new ApiException(ApiException.Kind.NOT_FOUND, "areas-file-missing", "cannot read " + file, List.of());
        }
    }

    /**
     * Takes them from the boundaries of the OSM extract that is in use.
     *
     * @param level {@code admin_level} of the areas; without it the first of 9, 10 and 8 that has any
     * @param options whose name tells which municipality is meant, where there are several
     * @throws ApiException as above, {@code municipality-not-in-osm}, {@code municipality-unclear} or
     *     {@code areas-not-in-osm}
     */
    public Municipality runFromOsm(OptionalInt level, Options options) {
        Optional<String> name = Optional.ofNullable(options.name());
        return replace(
                new AreaCheck(places).checked(() -> new OsmAreas(boundaries).read(name, level)),
                new Options(null, options.timeZone()));
    }

    private Municipality replace(List<AreaFeature> features, Options options) {
        List<Geometry> borders = features.stream()
                .filter(AreaFeature::isMunicipality)
                .map(AreaFeature::geometry)
                .toList();
        List<Area> areas = features.stream()
                .filter(feature -> !feature.isMunicipality())
                .map(feature -> new Area(0, feature.name().orElse("?"), feature.geometry(), feature.population()))
                .toList();
        List<Geometry> pieces =
                borders.isEmpty() ? areas.stream().map(Area::geometry).toList() : borders;
        Geometry outline = UnaryUnionOp.union(new ArrayList<>(pieces));
        Optional<AreaFeature> said =
                features.stream().filter(AreaFeature::isMunicipality).findFirst();
        var municipality = new Municipality(
                name(said, options),
                said.map(AreaFeature::fictional).orElse(false),
                Optional.of(outline),
                said.flatMap(AreaFeature::start).orElseGet(() -> middle(outline)),
                options.timeZone());
        store.replace(municipality, areas);
        return municipality;
    }

    private static String name(Optional<AreaFeature> said, Options options) {
        return Optional.ofNullable(options.name())
                .or(() -> said.flatMap(AreaFeature::name))
                .orElseThrow(() -> new ApiException(
                        ApiException.Kind.UNPROCESSABLE,
                        "municipality-name-missing",
                        "the file has no feature with kind=municipality and a name: give the name of the municipality",
                        List.of()));
    }

    private static LonLat middle(Geometry outline) {
        Point middle = outline.getInteriorPoint();
        return new LonLat(middle.getX(), middle.getY());
    }
}
