package se.lykta.db;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database can't be used, with a stable code and one sentence that says what to do.
 *
 * <p>Meant for the person who starts the service: commands print the message as it is. Never holds a password.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Beginnings of SQLSTATE: connection failure, and the server being stopped or killed under a statement. */
    private static final Set<String> LOST = Set.of("08", "57P");

    private final String code;

    DatabaseException(String code, String message) {
        super(message);
        this.code = code;
    }

    DatabaseException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * What to tell somebody whose command failed because the database went away; empty if it failed for another reason, or
     * is told already.
     */
    public static Optional<DatabaseException> findLost(Throwable failure) {
        for (Throwable cause = failure;
                cause != null && !(cause instanceof DatabaseException);
                cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isLost(sql.getSQLState())) {
                return Optional.of(new DatabaseException(
                        "database-lost",
                        "the database went away in the middle; what was not finished is undone: start the service or the"
                                + " database again, then repeat the command",
                        failure));
            }
        }
        return Optional.empty();
    }

    private static boolean isLost(@Nullable String state) {
        return state != null && LOST.stream().anyMatch(state::startsWith);
    }

    /** The stable, kebab-case code, such as {@code database-unreachable}. */
    public String code() {
        return code;
    }
}
