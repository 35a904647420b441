package se.lykta.walk.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import se.lykta.geo.LonLat;
import se.lykta.walk.plan.WalkPlan;

/**
 * The three meetings of a walk as an iCalendar object (RFC 5545).
 *
 * <p>A meeting has the same UID in every version of its walk, and the version is its sequence, so a calendar that has read
 * an older version takes the newer one. There is no METHOD, which would call for an organizer to answer to (RFC 5546). Times are given in UTC: a single event needs no rules of summer time. Immutable.
 */
final class WalkCalendar {

    private final ZoneId zone;

    /** Calendars of one municipality, by its clock. */
    WalkCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** The object, to be sent as {@code text/calendar; charset=utf-8}. */
    byte[] write(Handout handout, Language language) {
        Meetings meetings = handout.meetings();
        int minutes = handout.plan().request().minutes();
        var lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Lykta//Trygghetsvandring//SV")
                .add("CALSCALE", "GREGORIAN");
        begin(lines, handout, new Event("before", meetings.before(), Meetings.MINUTES))
                .add("STATUS", "TENTATIVE")
                .addText("SUMMARY", language.say("Förmöte inför trygghetsvandring", "Meeting before the safety walk"))
                .addText("DESCRIPTION", before(handout, language))
                .add("END", "VEVENT");
        LonLat start = handout.plan().request().start();
        begin(lines, handout, new Event("walk", meetings.walk(), minutes))
                .add("STATUS", "CONFIRMED")
                .addText("SUMMARY", handout.title(language))
                .addText("LOCATION", handout.meetingPlace(language))
                .add("GEO", String.format(Locale.ROOT, "%.6f;%.6f", start.latDeg(), start.lonDeg()))
                .addText("DESCRIPTION", walk(handout, language))
                .add("END", "VEVENT");
        begin(lines, handout, new Event("after", meetings.after(), Meetings.MINUTES))
                .add("STATUS", "TENTATIVE")
                .addText(
                        "SUMMARY",
                        language.say(
                                "Uppföljningsmöte efter trygghetsvandring", "Follow-up meeting after the safety walk"))
                .addText("DESCRIPTION", after(handout, language))
                .add("END", "VEVENT");
        return lines.add("END", "VCALENDAR").bytes();
    }

    private ContentLines begin(ContentLines lines, Handout handout, Event event) {
        Instant start = event.start.atZone(zone).toInstant();
        Instant created = handout.stored().created();
        return lines.add("BEGIN", "VEVENT")
                .add("UID", "walk-%s-%s@lykta".formatted(handout.stored().id(), event.name))
                .add("SEQUENCE", Integer.toString(handout.stored().version() - 1))
                .add("DTSTAMP", created)
                .add("DTSTART", start)
                .add("DTEND", start.plusSeconds(60L * event.minutes))
                .add("URL", handout.links().page());
    }

    private String before(Handout handout, Language language) {
        String late = isOver(handout)
                ? language.say(
                        "Dagen hade redan passerat när vandringen planerades: håll mötet så snart det går, eller flytta"
                                + " vandringen.\n",
                        "The day had passed when the walk was planned: meet as soon as you can, or move the walk.\n")
                : "";
        return late
                + proposal(language)
                + language.say(
                        "Gå igenom rutten, platserna och rapporterna. Bestäm vem som leder, vem som antecknar och vilka"
                                + " som bjuds in.",
                        "Go through the route, the places and the reports. Decide who leads, who takes notes and whom to"
                                + " invite.")
                + "\n" + protocol(handout, language);
    }

    /** Whether the day of the first meeting was not ahead any more when the walk was planned. */
    private boolean isOver(Handout handout) {
        return !handout.meetings()
                .before()
                .atZone(zone)
                .toInstant()
                .isAfter(handout.stored().created());
    }

    private static String walk(Handout handout, Language language) {
        WalkPlan plan = handout.plan();
        int groups = plan.loops().size();
        String who = groups == 1
                ? language.say("En grupp, %s.", "One group, %s.", language.stops(plan.stopCount()))
                : language.say(
                        "%d grupper startar samtidigt, %d stopp tillsammans.",
                        "%d groups start together, %d stops between them.", groups, plan.stopCount());
        String equipment = plan.departure().dark()
                ? language.say(" Det är mörkt: ta med ficklampa.", " It will be dark: bring a torch.")
                : "";
        return who
                + language.say(
                        " Räkna med %d minuter.%s\n",
                        " Allow %d minutes.%s\n", plan.request().minutes(), equipment)
                + protocol(handout, language);
    }

    private static String after(Handout handout, Language language) {
        return proposal(language)
                + language.say(
                        "Gå igenom protokollet: vad ska göras, vem ansvarar, när, eller varför inte. Målet är att"
                                + " kommunens åtgärder är klara senast %s.",
                        "Go through the protocol: what is to be done, who is responsible, when, or why not. The aim is"
                                + " that municipal measures are done by %s.",
                        language.day(handout.meetings().measuresDone()))
                + "\n" + protocol(handout, language);
    }

    private static String proposal(Language language) {
        return language.say(
                "Dag och tid är ett förslag. Platsen bestäms av samordnaren.\n",
                "Day and hour are a proposal. The coordinator decides on the place.\n");
    }

    private static String protocol(Handout handout, Language language) {
        return language.say("Protokoll: ", "Protocol: ") + handout.links().protocol();
    }

    /** One of the three; a name for its UID, the start by the municipality's clock. */
    private record Event(String name, LocalDateTime start, int minutes) {}
}
