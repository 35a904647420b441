package se.lykta.walk.protocol;

import java.util.List;
import java.util.Locale;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;

/**
 * A walk with all that is told of it on paper and in calendars.
 *
 * @param stored the walk
 * @param place where it begins, in words
 * @param links where it is on the web
 * @param attribution whom to thank for map and reports
 * @param crs the system in which maps are drawn, metric
 */
record Handout(StoredWalk stored, Name place, Links links, String attribution, MetricCrs crs) {

    /**
     * Addresses.
     *
     * @param page that shows the walk on the map
     * @param protocol the printed protocol
     */
    record Links(String page, String protocol) {}

    WalkPlan plan() {
        return stored.plan();
    }

    List<Loop> loops() {
        return plan().loops();
    }

    Meetings meetings() {
        return Meetings.of(stored);
    }

    /** Where it begins, in words and numbers: latitude, longitude. */
    String meetingPlace(Language language) {
        LonLat start = plan().request().start();
        return Phrases.sentence(language.say(place))
                + String.format(Locale.ROOT, " (%.5f, %.5f)", start.latDeg(), start.lonDeg());
    }

    /** What everything is called. */
    String title(Language language) {
        return language.say("Trygghetsvandring", "Safety walk");
    }
}
