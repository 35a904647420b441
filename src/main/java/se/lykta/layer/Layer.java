package se.lykta.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.hotspot.surface.Raster;
import se.lykta.index.Filter;

/**
 * Something that can be seen or exported: a named stream of features.
 *
 * <p>Exists so that exports, and later feature services, need not know what they carry. Safe for use by many threads.
 */
public interface Layer {

    /** Stable name in addresses and on the command line: lower-case letters and hyphens. */
    String id();

    /** Swedish title. */
    String titleSv();

    /** English title. */
    String titleEn();

    /** For whom it is: the public, whose contents may then differ from those of staff, or staff alone. */
    default Audience audience() {
        return Audience.PUBLIC;
    }

    /** The names of the query parameters by which a {@link View} of it is chosen, beside the audience. */
    default List<String> parameters() {
        return Filter.PARAMETERS;
    }

    /**
     * One moment of the layer; all of an answer, its entity tag included, is made from one of them.
     *
     * <p>Here, and so on every way out, it is seen to that nobody gets a layer that is not for them.
     *
     * @throws se.lykta.http.ApiException {@code sign-in-required}
     */
    default Contents contents(View view) {
        view.audience().require(audience());
        return read(view);
    }

    /** The contents for an audience that may have them; to be called by {@link #contents} only. */
    Contents read(View view);

    /** The version of the newest contents. */
    default String version(View view) {
        return contents(view).version();
    }

    /** Hands over every feature of the newest contents. */
    default void forEach(View view, Consumer<Feature> consumer) {
        contents(view).forEach(consumer);
    }

    /** A layer as it was at one moment. Immutable. */
    interface Contents {

        /** Changes whenever the features may have; visible ASCII without quotes. */
        String version();

        /** What is to be told of the features as a whole, by name: how they were found. The values are those of a feature, or maps of such. */
        default Map<String, @Nullable Object> provenance() {
            return Map.of();
        }

        /** Hands over every feature, always in the same order. */
        void forEach(Consumer<Feature> consumer);

        /** The same as a raster, if it is a surface. */
        default Optional<Raster> raster() {
            return Optional.empty();
        }
    }
}
