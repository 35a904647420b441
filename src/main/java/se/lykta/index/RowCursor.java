package se.lykta.index;

import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * Reads the values of one row after the other.
 *
 * <p>Exists for loops that read many values of many rows: the leaf of a row is looked up once, and only if it is not that of
 * the row before. Used by one thread.
 */
public final class RowCursor {

    private static final Source[] SOURCES = Source.values();
    private static final ReportState[] STATES = ReportState.values();
    private static final Light[] LIGHTS = Light.values();

    private final Leaves leaves;
    private Columns columns = new Columns(0);
    private int startRow;
    private int endRow;
    private int row;

    RowCursor(Leaves leaves) {
        this.leaves = leaves;
    }

    /** Goes to a row. */
    public RowCursor at(int newRow) {
        if (newRow < startRow || newRow >= endRow) {
            int leaf = leaves.leafOf(newRow);
            startRow = leaves.startRow[leaf];
            endRow = leaves.startRow[leaf + 1];
            columns = leaves.leaves[leaf].columns;
        }
        row = newRow - startRow;
        return this;
    }

    /** See {@link Snapshot#morton}, as for all. */
    public long morton() {
        return columns.morton[row];
    }

    /** The mask of causes. */
    public long causes() {
        return columns.causes[row];
    }

    /** When it happened, minutes since 1970-01-01T00:00Z. */
    public int minute() {
        return columns.minute[row];
    }

    /** Who it comes from. */
    public Source source() {
        return SOURCES[columns.source[row]];
    }

    /** Where it stands. */
    public ReportState state() {
        return STATES[columns.state[row]];
    }

    /** Whether it was dark. */
    public Light light() {
        return LIGHTS[columns.light[row]];
    }

    /** How unsafe it felt. */
    public Severity severity() {
        return Severity.of(columns.severity[row]);
    }

    /** Whether staff left it out of all analysis. */
    public boolean excluded() {
        return (columns.flags[row] & Columns.EXCLUDED) != 0;
    }

    /** The report's number. */
    public long id() {
        return columns.id[row];
    }
}
