package se.lykta.walk.protocol;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.paper.About;
import se.lykta.walk.paper.Sheet;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkStop;

/**
 * The protocol of a walk as PDF: for each group a cover, a page for each stop, and what comes afterwards.
 *
 * <p>Each group's part stands alone and numbers its own pages, so that it can be handed to whoever leads the group.
 * Immutable, safe for use by many threads.
 */
final class WalkProtocol {

    private final MapSource source;
    private final FilterWords filters;
    private final ZoneId zone;

    /**
     * Protocols of one municipality.
     *
     * @param source the ground of maps
     * @param taxonomy the words for causes
     * @param zone its clock
     */
    WalkProtocol(MapSource source, Taxonomy taxonomy, ZoneId zone) {
        this.source = source;
        this.filters = new FilterWords(taxonomy);
        this.zone = zone;
    }

    /** The parts of some groups. */
    byte[] write(Handout handout, List<Loop> groups, Language language) {
        var bytes = new ByteArrayOutputStream();
        var maps = new RouteMaps(handout, source, language);
        try (var sheet = new Sheet(bytes, about(handout, language))) {
            var cover = new CoverPage(sheet, handout, maps, language);
            var stops = new StopPage(sheet, handout, maps, language);
            var closing = new ClosingPage(sheet, handout, stops, filters, language);
            for (Loop loop : groups) {
                String group = language.say("Grupp %d", "Group %d", loop.group());
                sheet.chapter(group, foot(handout, group, language));
                cover.write(loop);
                for (WalkStop stop : loop.stops()) {
                    stops.write(loop, stop);
                }
                closing.write(loop);
            }
        }
        return bytes.toByteArray();
    }

    private About about(Handout handout, Language language) {
        return new About(
                handout.title(language) + " " + handout.meetings().walk().toLocalDate(),
                language.say("Protokoll: ", "Protocol: ") + language.say(handout.place()),
                language.code(),
                handout.stored().created().atZone(zone),
                language.say("sida", "page"));
    }

    private static String foot(Handout handout, String group, Language language) {
        String walk = handout.title(language) + ", "
                + language.day(handout.meetings().walk().toLocalDate());
        return handout.loops().size() == 1 ? walk : walk + ", " + group;
    }
}
