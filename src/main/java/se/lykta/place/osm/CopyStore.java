package se.lykta.place.osm;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for one table in PostgreSQL's COPY text format, sent a megabyte at a time.
 *
 * <p>Exists because a connection takes one COPY at a time and an import fills three tables at once. Used by one thread.
 */
final class CopyStore {

    private static final int BATCH_CHARACTERS = 1 << 20;

    private final Connection connection;
    private final String sql;
    private final StringBuilder text = new StringBuilder();
    private long rows;

    /** Rows for a table. */
    CopyStore(Connection connection, String tableAndColumns) {
        this.connection = connection;
        this.sql = "COPY " + tableAndColumns + " FROM STDIN";
    }

    /** Rows so far. */
    long rows() {
        return rows;
    }

    /** One row; null is NULL. */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(values[i]));
        }
        text.append('\n');
        rows++;
        if (text.length() >= BATCH_CHARACTERS) {
            flush();
        }
    }

    /** Sends what is held. */
    void flush() {
        if (text.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.setLength(0);
    }

    private static String escaped(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        // U+0000 is no character for PostgreSQL
        return value.toString()
                .replace("\u0000", "")
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
