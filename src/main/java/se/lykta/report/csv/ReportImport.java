package se.lykta.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.report.AuditStore;
import se.lykta.report.ExclusionRuleStore;
import se.lykta.report.IdRanges;
import se.lykta.report.OutboxStore;
import se.lykta.report.Outline;
import se.lykta.report.ReportRules;
import se.lykta.report.SecretStore;
import se.lykta.taxonomy.Taxonomy;

/**
 * Imports reports from CSV files, fast and all or nothing.
 *
 * <p>Exists because a municipality starts with years of reports in other systems, and goes on getting files from them. One
 * transaction: check and COPY into a staging table, compare with what is there by origin and external id, change and add,
 * tell the readers. A file with a bad line is refused as a whole unless asked otherwise; importing it again changes
 * nothing. Safe for use by many threads; two imports of the same origin exclude each other.
 */
public final class ReportImport {

    /** More ranges of changed ids than this become one: readers reload then anyway. */
    private static final int MOST_RANGES = 1000;

    private final Jdbi jdbi;
    private final Taxonomy taxonomy;
    private final Outline outline;
    private final Clock clock;
    private final SecretStore secrets;
    private final ImportStore store = new ImportStore();
    private final OutboxStore outbox = new OutboxStore();
    private final AuditStore audit = new AuditStore();
    private final ExclusionRuleStore exclusions = new ExclusionRuleStore();

    /**
     * An importer.
     *
     * @param outline the municipality, longitude and latitude; without one every place on earth is allowed
     * @param random makes the reporter key of a new installation
     */
    public ReportImport(
            Jdbi jdbi, Taxonomy taxonomy, Supplier<Optional<Geometry>> outline, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.taxonomy = taxonomy;
        this.outline = new Outline(outline);
        this.clock = clock;
        this.secrets = new SecretStore(random);
    }

    /**
     * Imports a file.
     *
     * @return what was done; faulty lines are told there and are no exception
     * @throws ApiException if the file as a whole can't be read or the options are wrong: {@code unreadable-file},
     *     {@code empty-file}, {@code not-text}, {@code mixed-encoding}, {@code unknown-encoding}, {@code unknown-crs},
     *     {@code half-written-line}, {@code invalid-mapping}, {@code import-running}
     */
    public ImportResult run(Path path, ImportOptions options, ImportProgress progress) {
        requireCrs(options);
        CsvFile file = examine(path);
        LineFaults faults = new LineFaults();
        RowReader reader = new RowReader(path, file, faults, progress);
        Counts counts = jdbi.inTransaction(transaction -> {
            stage(transaction, reader, options, faults);
            dropRepeated(transaction, reader, options, faults);
            boolean refused = isRefused(faults, options);
            Counts written = refused ? Counts.NONE : write(transaction, options, faults, reader);
            if (refused || options.dryRun()) {
                transaction.rollback();
            }
            return written;
        });
        return result(counts, options, reader, file, faults);
    }

    private static CsvFile examine(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw CsvFile.refused("unreadable-file", "there is no readable file " + path.getFileName());
        }
        try {
            return CsvFile.examine(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the file can't be read", e);
        }
    }

    private void stage(Handle transaction, RowReader reader, ImportOptions options, LineFaults faults) {
        ReportRules rules = new ReportRules(taxonomy, options.zone(), clock);
        byte[] key = secrets.reporterKey(transaction);
        store.begin(transaction, options.origin());
        Outline area = outline.fixed();
        RowPipe.Reading reading = sink -> reader.read(
                header -> new RowCheck(ColumnPlan.of(header, options, rules), rules, area, options, key, faults), sink);
        try {
            new RowPipe().run(reading, store.copy(transaction));
        } catch (IOException e) {
            throw new UncheckedIOException("the file can't be read", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database broke off the import", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted", e);
        }
    }

    private void dropRepeated(Handle transaction, RowReader reader, ImportOptions options, LineFaults faults) {
        if (!reader.mayHaveRepeatedKeys()) {
            return;
        }
        Map<Long, Long> repeated = store.findRepeated(transaction);
        repeated.forEach((line, first) -> faults.add(
                line,
                "duplicate-external-id",
                ImportColumn.EXTERNAL_ID.label(),
                "stands in line %d already".formatted(first)));
        if (options.skipBad()) {
            store.delete(
                    transaction,
                    repeated.keySet().stream().mapToLong(Long::longValue).toArray());
        }
    }

    private Counts write(Handle transaction, ImportOptions options, LineFaults faults, RowReader reader) {
        String origin = options.origin();
        String actor = "import:" + origin;
        boolean known = store.isKnown(transaction, origin);
        long[] changed = new long[0];
        exclusions.lockShared(transaction);
        if (known) {
            store.keepStates(transaction, origin, reader.tellsStates());
            store.includeMoved(transaction, origin);
            changed = store.update(transaction, origin, actor);
        }
        ImportStore.Added added = store.insert(transaction, origin, known);
        long[] excluded = exclusions.applyToAll(transaction);
        long staged = reader.rows() - faults.faultyLines();
        Counts counts = new Counts(added.count(), changed.length, staged - added.count() - changed.length);
        var details = Map.of("created", counts.created(), "changed", counts.changed(), "faulty", faults.faultyLines());
        audit.append(transaction, clock.instant(), actor, new AuditStore.Event("reports-imported", actor, details));
        outbox.append(transaction, IdRanges.covering(changed, MOST_RANGES));
        outbox.append(transaction, IdRanges.covering(excluded, MOST_RANGES));
        if (added.count() > 0) {
            outbox.append(transaction, added.firstId(), added.lastId());
        }
        return counts;
    }

    private static ImportResult result(
            Counts counts, ImportOptions options, RowReader reader, CsvFile file, LineFaults faults) {
        return new ImportResult(
                !isRefused(faults, options) && !options.dryRun(),
                reader.rows(),
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                faults.faultyLines(),
                file.charset().name(),
                faults.first(),
                faults.byCode());
    }

    private static boolean isRefused(LineFaults faults, ImportOptions options) {
        return faults.faultyLines() > 0 && !options.skipBad();
    }

    private static void requireCrs(ImportOptions options) {
        try {
            MetricCrs.of(options.crs());
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("unknown-crs", List.of(new Fault("crs", String.valueOf(e.getMessage()))));
        }
    }

    private record Counts(long created, long changed, long unchanged) {

        private static final Counts NONE = new Counts(0, 0, 0);
    }
}
