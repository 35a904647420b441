package se.lykta.report.csv;

/** Is told how far an import has come, from the threads of the import; has to be quick. */
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress SILENT = (bytes, ofBytes) -> {};

    /** So many bytes of the file have been read; when all are, the tables are written. */
    void read(long bytes, long ofBytes);
}
