package se.lykta.report;

/**
 * One line of the outbox: reports of these ids may have been added, changed or removed.
 *
 * @param number place in the order of commits
 * @param first smallest id
 * @param last greatest id, included
 */
record OutboxLine(long number, long first, long last) {

    /** How many ids it names. */
    long size() {
        return last - first + 1;
    }

    /** Says whether it names this id. */
    boolean names(long id) {
        return id >= first && id <= last;
    }
}
