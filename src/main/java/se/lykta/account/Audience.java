package se.lykta.account;

import java.util.List;
import se.lykta.http.ApiException;

/** For whom an answer is made. Decides which snapshot is read: the exact one or the anonymised release. */
public enum Audience {
    /** Anybody: sees the release only. */
    PUBLIC,
    /** Coordinators and analysts: see exact positions. */
    STAFF;

    /**
     * Ends the request of an audience that asks for what is meant for a narrower one.
     *
     * @param needed for whom it is meant at least
     * @throws ApiException {@code sign-in-required}
     */
    public void require(Audience needed) {
        if (compareTo(needed) < 0) {
            throw new ApiException(
                    ApiException.Kind.UNAUTHENTICATED, "sign-in-required", "only for signed-in staff", List.of());
        }
    }
}
