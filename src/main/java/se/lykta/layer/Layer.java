package se.lykta.layer;

import java.util.function.Consumer;

/**
 * Something that can be seen or exported: a named stream of features.
 *
 * <p>Exists so that exports, and later feature services, need not know what they carry. Safe for use by many threads.
 */
public interface Layer {

    /** Stable name in addresses and on the command line: lower-case letters. */
    String id();

    /** Swedish title. */
    String titleSv();

    /** English title. */
    String titleEn();

    /** One moment of the layer; all of an answer, its entity tag included, is made from one of them. */
    Contents contents(View view);

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

        /** Hands over every feature, always in the same order. */
        void forEach(Consumer<Feature> consumer);
    }
}
