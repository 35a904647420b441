package se.lykta.walk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.StoredWalk;

/** The calendar, as another program reads it. */
class WalkCalendarTest {

    private final WalkCalendar calendar = new WalkCalendar(ZoneId.of("Europe/Stockholm"));

    @Test
    void calendarHasTheThreeMeetingsAtTheirHours() throws Exception {
        List<VEvent> events = events(SampleWalks.simple(), Language.SV);

        assertThat(events).hasSize(3);
        assertThat(events)
                .extracting(event -> value(event, Property.SUMMARY))
                .containsExactly(
                        "Förmöte inför trygghetsvandring",
                        "Trygghetsvandring",
                        "Uppföljningsmöte efter trygghetsvandring");
        // 30 September and 14 October have summer time, 28 October has not
        assertThat(events)
                .extracting(WalkCalendarTest::start)
                .containsExactly(
                        Instant.parse("2026-09-30T16:00:00Z"),
                        Instant.parse("2026-10-14T16:30:00Z"),
                        Instant.parse("2026-10-28T17:00:00Z"));
        assertThat(events)
                .extracting(event -> value(event, Property.DTEND))
                .containsExactly("20260930T173000Z", "20261014T180000Z", "20261028T183000Z");
    }

    @Test
    void eventsAreTheSameInEveryVersionOfTheWalk() throws Exception {
        StoredWalk third = SampleWalks.simple();
        var fourth = new StoredWalk(third.id(), 4, third.created().plusSeconds(60), third.plan());

        List<VEvent> events = events(third, Language.SV);
        List<VEvent> later = events(fourth, Language.EN);

        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        later.stream().map(event -> value(event, Property.UID)).toList());
        assertThat(value(events.get(0), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(later.get(0), Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(events.get(0), Property.DTSTAMP)).isEqualTo("20260901T080000Z");
    }

    @Test
    void walkSaysWhereItBegins() throws Exception {
        VEvent walk = events(SampleWalks.simple(), Language.SV).get(1);

        assertThat(value(walk, Property.LOCATION)).isEqualTo("Vid Stortorget (58.95000, 15.05000)");
        assertThat(value(walk, Property.GEO)).matches("58\\.950*;15\\.050*");
        assertThat(value(walk, Property.URL)).isEqualTo(SampleWalks.PAGE);
        assertThat(value(walk, Property.DESCRIPTION))
                .contains("En grupp, 1 stopp", "90 minuter", "ficklampa", "/export/walk-" + SampleWalks.ID + ".pdf");
    }

    @Test
    void otherMeetingsAreProposals() throws Exception {
        for (VEvent event : List.of(
                events(SampleWalks.simple(), Language.SV).get(0),
                events(SampleWalks.simple(), Language.SV).get(2))) {
            assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
            assertThat(value(event, Property.DESCRIPTION)).contains("förslag").doesNotContain("redan varit");
        }
        assertThat(value(events(SampleWalks.simple(), Language.EN).get(2), Property.DESCRIPTION))
                .contains("proposal", "Wednesday 14 April 2027");
    }

    @Test
    void firstMeetingThatIsOverSaysSo() throws Exception {
        StoredWalk tomorrow = SampleWalks.walk(LocalDateTime.of(2026, 9, 2, 18, 0), 2, 1);

        List<VEvent> events = events(tomorrow, Language.SV);

        assertThat(value(events.get(0), Property.DESCRIPTION)).contains("hade redan passerat");
        assertThat(value(events.get(1), Property.DESCRIPTION)).contains("2 grupper startar samtidigt, 2 stopp");
    }

    @Test
    void strangeNamesComeThrough() throws Exception {
        String name = "vid \"Kiosken\"; a, b\\c 🏟 " + "mycket långt ".repeat(20) + "slut";
        Handout handout = SampleWalks.handout(SampleWalks.simple());
        var strange = new Handout(
                handout.stored(), new Name(name, name), handout.links(), handout.attribution(), handout.crs());

        String location = value(parsed(calendar.write(strange, Language.SV)).get(1), Property.LOCATION);

        assertThat(location).isEqualTo("V" + name.substring(1) + " (58.95000, 15.05000)");
    }

    @Test
    void everyLineEndsWithReturnAndFeed() {
        String text = new String(
                calendar.write(SampleWalks.handout(SampleWalks.simple()), Language.SV), StandardCharsets.UTF_8);

        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    private List<VEvent> events(StoredWalk stored, Language language) throws IOException, ParserException {
        return parsed(calendar.write(SampleWalks.handout(stored), language));
    }

    private static List<VEvent> parsed(byte[] bytes) throws IOException, ParserException {
        Calendar read = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        assertThat(read.validate().hasErrors()).as(read.validate().toString()).isFalse();
        return read.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static Instant start(VEvent event) {
        Temporal start = event.getDateTimeStart().getDate();
        return start instanceof Instant moment
                ? moment
                : OffsetDateTime.from(start).toInstant();
    }
}
