package se.lykta.place.snap;

/**
 * The snap points at hand, for whoever shows them.
 *
 * <p>Exists so that showing them reads no table; {@link #refresh()} after an import. Safe for use by many threads: readers
 * take one edition for the whole of an answer.
 */
public final class CurrentSnapPoints {

    private final SnapPointStore store;
    private volatile SnapPointEdition edition = SnapPointEdition.NONE;

    /** Those of a store; none until the first refresh. */
    public CurrentSnapPoints(SnapPointStore store) {
        this.store = store;
    }

    /** The newest that were seen. */
    public SnapPointEdition edition() {
        return edition;
    }

    /** Loads them anew, and has them made if need be, if there was an import since. */
    public synchronized void refresh() {
        if (!store.version().equals(edition.version())) {
            edition = store.edition();
        }
    }
}
