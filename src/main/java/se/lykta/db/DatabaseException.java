package se.lykta.db;

/**
 * The database can't be used, with a stable code and one sentence that says what to do.
 *
 * <p>Meant for the person who starts the service: commands print the message as it is. Never holds a password.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    DatabaseException(String code, String message) {
        super(message);
        this.code = code;
    }

    DatabaseException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The stable, kebab-case code, such as {@code database-unreachable}. */
    public String code() {
        return code;
    }
}
