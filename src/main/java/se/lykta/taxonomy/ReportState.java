package se.lykta.taxonomy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where a report stands on its way from intake to follow-up. The order is stored as a number in the read index: append only. */
public enum ReportState {
    RECEIVED("received", "mottagen", "received", false),
    IN_REVIEW("in_review", "granskas", "in review", false),
    REJECTED("rejected", "avvisad", "rejected", false),
    PUBLISHED("published", "publicerad", "published", true),
    LINKED("linked", "kopplad", "linked", true),
    DECIDED("decided", "åtgärd beslutad", "measure decided", true),
    IN_PROGRESS("in_progress", "pågår", "in progress", true),
    DONE("done", "genomförd", "done", true),
    FOLLOWED_UP("followed_up", "uppföljd", "followed up", true),
    DUPLICATE("duplicate", "dubblett", "duplicate", false),
    HANDED_OVER("handed_over", "överlämnad", "handed over", true),
    NOT_ACTIONED("not_actioned", "åtgärdas ej", "no action", true),
    NO_LONGER_RELEVANT("no_longer_relevant", "ej längre aktuell", "no longer relevant", true);

    private final String code;
    private final String sv;
    private final String en;
    private final boolean counts;

    ReportState(String code, String sv, String en, boolean counts) {
        this.code = code;
        this.sv = sv;
        this.en = en;
        this.counts = counts;
    }

    /** The value with this code, if there is one. */
    public static Optional<ReportState> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Stable code in the database, the API and files. */
    public String code() {
        return code;
    }

    /** Swedish name, lower case. */
    public String sv() {
        return sv;
    }

    /** English name, lower case. */
    public String en() {
        return en;
    }

    /** Says whether a report in this state is part of the situation picture: moderated, not rejected, no duplicate. */
    public boolean counts() {
        return counts;
    }

    /** The states a report in this state may move to. */
    public Set<ReportState> next() {
        return switch (this) {
            case RECEIVED -> Set.of(IN_REVIEW, REJECTED, PUBLISHED, DUPLICATE);
            case IN_REVIEW -> Set.of(REJECTED, PUBLISHED, DUPLICATE, HANDED_OVER);
            case REJECTED, DUPLICATE -> Set.of(IN_REVIEW);
            case PUBLISHED -> Set.of(LINKED, DUPLICATE, HANDED_OVER, NOT_ACTIONED, NO_LONGER_RELEVANT, REJECTED);
            case LINKED -> Set.of(DECIDED, HANDED_OVER, NOT_ACTIONED, NO_LONGER_RELEVANT);
            case DECIDED -> Set.of(IN_PROGRESS, NOT_ACTIONED, NO_LONGER_RELEVANT);
            case IN_PROGRESS -> Set.of(DONE, NOT_ACTIONED);
            case DONE -> Set.of(FOLLOWED_UP, PUBLISHED);
            case FOLLOWED_UP, HANDED_OVER, NOT_ACTIONED, NO_LONGER_RELEVANT -> Set.of(PUBLISHED);
        };
    }
}
