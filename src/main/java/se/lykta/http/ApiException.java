package se.lykta.http;

import java.util.List;

/**
 * A request that can't be answered, by the caller's fault or by the state of the service, with a stable code.
 *
 * <p>Only {@link ProblemMapper} knows which status number belongs to a kind.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of failure it is; decides the HTTP status. */
    public enum Kind {
        /** The request is wrong. */
        INVALID,
        /** The caller is not signed in. */
        UNAUTHENTICATED,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing. */
        NOT_FOUND,
        /** The request contradicts the state of the thing. */
        CONFLICT,
        /** The thing has changed since the caller read it. */
        PRECONDITION_FAILED,
        /** The caller has to say which state of the thing it knows. */
        PRECONDITION_REQUIRED,
        /** The body is larger than allowed. */
        TOO_LARGE,
        /** The body's media type is not understood. */
        UNSUPPORTED_MEDIA_TYPE,
        /** Well formed, but cannot be done with these values. */
        UNPROCESSABLE,
        /** Too many requests in a short time. */
        TOO_MANY,
        /** The service cannot do this at the moment. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * An exception with all its faults.
     *
     * @param code stable, kebab-case
     * @param detail one lower-case sentence, no personal data
     */
    public ApiException(Kind kind, String code, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** A wrong request with one code for all its faults. */
    public static ApiException invalid(String code, List<Fault> faults) {
        String detail = faults.size() == 1 ? faults.get(0).message() : faults.size() + " faults, see errors";
        return new ApiException(Kind.INVALID, code, detail, faults);
    }

    /** A thing that is not there. */
    public static ApiException notFound(String code, String detail) {
        return new ApiException(Kind.NOT_FOUND, code, detail, List.of());
    }

    /** The sort of failure. */
    public Kind kind() {
        return kind;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** All that is wrong, in the order found. */
    public List<Fault> faults() {
        return faults;
    }
}
