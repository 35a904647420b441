package se.lykta.place.osm.file;

/** Hears how far an import is. */
@FunctionalInterface
public interface OsmProgress {

    /** What an import is at. */
    enum Step {
        /** Download, copy or cut. */
        FETCH,
        /** Reading and making rows. */
        READ
    }

    /**
     * How far it is.
     *
     * @param share of the step, 0..1
     */
    void at(Step step, double share);
}
