package se.lykta.report;

/** Hears how far a full load is; called from several threads, often. */
@FunctionalInterface
public interface LoadProgress {

    /** Hears nothing. */
    LoadProgress SILENT = (reports, about) -> {};

    /**
     * So much is read.
     *
     * @param reports reports until now
     * @param about how many there may be, as the database's statistics have it; 0 if it has none yet
     */
    void loaded(long reports, long about);
}
