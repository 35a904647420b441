package se.lykta.account;

/** For whom an answer is made. Decides which snapshot is read: the exact one or the anonymised release. */
public enum Audience {
    /** Anybody: sees the release only. */
    PUBLIC,
    /** Coordinators and analysts: see exact positions. */
    STAFF
}
