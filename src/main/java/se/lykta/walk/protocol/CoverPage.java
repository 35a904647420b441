package se.lykta.walk.protocol;

import java.time.LocalDateTime;
import java.util.List;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.paper.Box;
import se.lykta.walk.paper.Cell;
import se.lykta.walk.paper.Grid;
import se.lykta.walk.paper.QrCode;
import se.lykta.walk.paper.Sheet;
import se.lykta.walk.paper.Tag;
import se.lykta.walk.paper.TextStyle;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkTotals;

/** The first page of a group's protocol: when, where, how far, the whole loop on a map, and the three meetings. */
final class CoverPage {

    private static final float QR_SIDE = 92;
    private static final float BELOW_MAP = 225;
    private static final float LEAST_MAP = 220;

    private final Sheet sheet;
    private final Handout handout;
    private final RouteMaps maps;
    private final Language language;

    CoverPage(Sheet sheet, Handout handout, RouteMaps maps, Language language) {
        this.sheet = sheet;
        this.handout = handout;
        this.maps = maps;
        this.language = language;
    }

    void write(Loop loop) {
        float top = sheet.y();
        drawCode(top);
        sheet.column(Sheet.LEFT, Sheet.WIDTH - QR_SIDE - 16);
        sheet.heading(Tag.Kind.H1, TextStyle.TITLE, handout.title(language));
        LocalDateTime start = handout.meetings().walk();
        sheet.heading(
                Tag.Kind.H2,
                TextStyle.HEADING,
                Phrases.sentence(language.day(start.toLocalDate())) + " " + language.hour(start));
        sheet.skip(4);
        writeFacts(loop);
        sheet.wholeWidth();
        sheet.moveTo(Math.min(sheet.y(), top - QR_SIDE - 14) - 6);
        drawMap(loop);
        writeMeetings();
        writeFields();
    }

    private void drawCode(float top) {
        var square = new Box(Sheet.RIGHT - QR_SIDE, top - QR_SIDE, QR_SIDE, QR_SIDE);
        String page = handout.links().page();
        sheet.figure(
                language.say("QR-kod till vandringen: ", "QR code of the walk: ") + page,
                pen -> QrCode.of(page).draw(pen, square));
        sheet.link(square, page);
        sheet.pen()
                .mark(
                        sheet.root().add(Tag.Kind.P),
                        () -> sheet.pen()
                                .centred(
                                        TextStyle.SMALL,
                                        square.x() + QR_SIDE / 2,
                                        square.y() - 6,
                                        language.say("Vandringen på kartan", "The walk on the map")));
    }

    private void writeFacts(Loop loop) {
        sheet.labelled(language.say("Mötesplats", "Meeting place"), handout.meetingPlace(language));
        int groups = handout.loops().size();
        sheet.labelled(
                language.say("Grupp", "Group"),
                groups == 1
                        ? language.say("en, högst 10 personer", "one, at most 10 people")
                        : language.say(
                                "%d av %d som startar samtidigt, högst 10 personer i varje",
                                "%d of %d that start together, at most 10 people in each", loop.group(), groups));
        sheet.labelled(language.say("Rundan", "The loop"), totals(loop));
        sheet.labelled(language.say("Ljus", "Light"), light(loop));
        sheet.labelled(language.say("Trappor", "Stairs"), stairs(loop));
        sheet.labelled(language.say("Länk", "Link"), handout.links().page());
    }

    private String totals(Loop loop) {
        WalkTotals totals = loop.totals();
        return language.say(
                "%s, %s, %s: %s att gå och %s vid stoppen",
                "%s, %s, %s: %s of walking and %s at the stops",
                language.stops(loop.stops().size()),
                language.length(totals.metres()),
                language.minutes(totals.seconds()),
                language.minutes(totals.walkSeconds()),
                language.minutes(totals.stopSeconds()));
    }

    private String light(Loop loop) {
        Departure departure = handout.plan().departure();
        LocalDateTime dusk = departure.civilDusk();
        String when = departure.dark()
                ? language.say("i mörker", "in the dark")
                : language.say("i dagsljus eller skymning", "in daylight or dusk");
        String darkness = dusk == null ? "" : language.say(", mörkt från %s", ", dark from %s", language.hour(dusk));
        int lit = loop.totals().litMetres();
        String lamps = lit == 0
                ? language.say("; ingen del av vägen är känd som belyst", "; no part of the way is known to be lit")
                : language.say(
                        "; %s av vägen är känd som belyst", "; %s of the way is known to be lit", language.length(lit));
        return when + darkness + lamps;
    }

    private String stairs(Loop loop) {
        int metres = loop.legs().stream().mapToInt(FootLeg::stepMetres).sum();
        if (handout.plan().request().stepFree()) {
            return language.say(
                    "inga, rundan är planerad för rollator och rullstol",
                    "none, the loop is planned for rollators and wheelchairs");
        }
        return metres == 0
                ? language.say("inga på vägen", "none on the way")
                : language.say("%s på vägen", "%s on the way", language.length(metres));
    }

    private void drawMap(Loop loop) {
        float height = Math.max(LEAST_MAP, sheet.left() - BELOW_MAP);
        var box = new Box(Sheet.LEFT, sheet.y() - height, Sheet.WIDTH, height);
        boolean hasGround = maps.drawLoop(sheet, loop, box);
        sheet.moveTo((float) box.y() - 2);
        String key = loop.end().equals(loop.start())
                ? language.say("S: start och mål.", "S: start and end.")
                : language.say("S: start, M: mål.", "S: start, E: end.");
        String others =
                handout.loops().size() > 1 ? language.say(" Streckat: andra grupper.", " Dashed: other groups.") : "";
        String ground = hasGround
                ? language.say(" Karta: ", " Map: ") + handout.attribution()
                : language.say(
                        " Det finns ingen inläst karta här, därför syns bara rundan.",
                        " No map has been imported here, so only the loop is shown.");
        sheet.text(TextStyle.SMALL, key + others + ground);
        sheet.skip(6);
    }

    private void writeMeetings() {
        Meetings meetings = handout.meetings();
        sheet.heading(Tag.Kind.H3, TextStyle.PART, language.say("Tre möten", "Three meetings"));
        var grid = new Grid(
                sheet,
                new float[] {84, 215, Sheet.WIDTH - 299},
                language == Language.SV ? List.of("Möte", "När", "Vad") : List.of("Meeting", "When", "What"));
        grid.row(
                0,
                Cell.text(language.say("1. Förmöte", "1. Before")),
                Cell.text(when(meetings.before()) + language.say(" (förslag)", " (proposal)")),
                Cell.text(language.say(
                        "Rutten, platserna och rapporterna; vem leder, vem antecknar",
                        "The route, the places and the reports; who leads, who takes notes")));
        grid.row(
                0,
                Cell.text(language.say("2. Vandringen", "2. The walk")),
                Cell.text(when(meetings.walk())),
                Cell.text(language.say(
                        "Samma checklista vid varje stopp, känslan sist",
                        "The same checklist at every stop, the feeling last")));
        grid.row(
                0,
                Cell.text(language.say("3. Uppföljning", "3. Follow-up")),
                Cell.text(when(meetings.after()) + language.say(" (förslag)", " (proposal)")),
                Cell.text(language.say(
                        "Vad, vem ansvarar, när – eller varför inte", "What, who is responsible, when – or why not")));
        sheet.skip(6);
    }

    private String when(LocalDateTime time) {
        return language.day(time.toLocalDate()) + " " + language.hour(time);
    }

    private void writeFields() {
        sheet.field(language.say("Antecknare och enhet", "Who takes notes, and unit"));
        sheet.field(language.say("Antal deltagare", "Number of participants"));
        sheet.field(language.say("Väder och ljus", "Weather and light"));
    }
}
