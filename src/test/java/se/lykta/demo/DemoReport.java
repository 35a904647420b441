package se.lykta.demo;

import java.time.LocalDateTime;
import java.util.List;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/**
 * One made-up report.
 *
 * @param spot where
 * @param when when it happened and was reported
 * @param causes one to three codes, the main one first
 * @param source who it comes from
 * @param state where it stands
 * @param placeKind what kind of place it is
 * @param reporter an opaque token, empty for an anonymous report
 * @param text neutral Swedish text, may be empty
 */
record DemoReport(
        Spot spot,
        When when,
        List<String> causes,
        Source source,
        ReportState state,
        PlaceKind placeKind,
        String reporter,
        String text) {

    /**
     * Times in the town's own time zone.
     *
     * @param occurred when it happened
     * @param dateOnly only the day is known
     * @param reported when it was reported, never before it happened
     */
    record When(LocalDateTime occurred, boolean dateOnly, LocalDateTime reported) {}

    boolean isPositive() {
        return causes.contains("F11");
    }

    /** Says whether it takes part in the search for hotspots. */
    boolean counts() {
        return state.counts() && !isPositive();
    }

    DemoReport withState(ReportState other) {
        return new DemoReport(spot, when, causes, source, other, placeKind, reporter, text);
    }
}
