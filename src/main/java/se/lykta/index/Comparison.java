package se.lykta.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * What a comparison of the read index with the database found.
 *
 * @param version the outbox number both stand for
 * @param indexReports reports in the index
 * @param databaseReports reports in the database
 * @param differing names of the columns whose checksums differ
 */
@JsonIgnoreProperties(value = "equal", allowGetters = true)
public record Comparison(long version, int indexReports, int databaseReports, List<String> differing) {

    /** Copies the names. */
    public Comparison {
        differing = List.copyOf(differing);
    }

    static Comparison of(Snapshot index, Snapshot database) {
        Map<String, Long> inIndex = Checksums.of(index);
        List<String> differing = Checksums.of(database).entrySet().stream()
                .filter(column -> !column.getValue().equals(inIndex.get(column.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return new Comparison(database.version(), index.size(), database.size(), differing);
    }

    /** Says whether index and database hold the same. */
    public boolean isEqual() {
        return indexReports == databaseReports && differing.isEmpty();
    }
}
