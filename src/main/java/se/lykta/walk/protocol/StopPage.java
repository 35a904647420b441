package se.lykta.walk.protocol;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.lykta.walk.ChecklistItem;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.paper.Box;
import se.lykta.walk.paper.Cell;
import se.lykta.walk.paper.Grid;
import se.lykta.walk.paper.Sheet;
import se.lykta.walk.paper.Tag;
import se.lykta.walk.paper.TextStyle;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkStop;

/** The page of a stop: why here, how to get here, and the checklist to fill in. */
final class StopPage {

    private static final float MAP_SIDE = 218;
    private static final float GAP = 16;
    private static final float ROW_HEIGHT = 27;
    private static final float REMARK_HEIGHT = 46;

    private final Sheet sheet;
    private final Handout handout;
    private final RouteMaps maps;
    private final Language language;

    StopPage(Sheet sheet, Handout handout, RouteMaps maps, Language language) {
        this.sheet = sheet;
        this.handout = handout;
        this.maps = maps;
        this.language = language;
    }

    void write(Loop loop, WalkStop stop) {
        String name = stop.number() + ". " + language.say(stop.name());
        sheet.newPage(name);
        sheet.heading(Tag.Kind.H2, TextStyle.HEADING, name);
        sheet.skip(4);
        float top = sheet.y();
        int page = sheet.page();
        var box = new Box(Sheet.RIGHT - MAP_SIDE, top - MAP_SIDE, MAP_SIDE, MAP_SIDE);
        boolean hasGround = maps.drawStop(sheet, loop, stop, box);
        float below = caption(stop, box, hasGround);
        sheet.moveTo(top);
        sheet.column(Sheet.LEFT, Sheet.WIDTH - MAP_SIDE - GAP);
        writeFacts(stop);
        writeWay(language.say("Vägen hit", "The way here"), loop.legs().get(stop.number() - 1));
        sheet.wholeWidth();
        if (sheet.page() == page) {
            sheet.moveTo(Math.min(sheet.y(), below));
        }
        sheet.skip(8);
        writeChecklist();
    }

    private float caption(WalkStop stop, Box box, boolean hasGround) {
        sheet.column((float) box.x(), MAP_SIDE);
        sheet.moveTo((float) box.y() - 2);
        String cross = stop.offMetres() > 0
                ? language.say(
                        "Krysset visar platsen, %d m från gångvägen. ",
                        "The cross shows the place, %d m off the way. ", stop.offMetres())
                : "";
        String ground = hasGround
                ? language.say("Karta: ", "Map: ") + handout.attribution()
                : language.say("Ingen karta är inläst här.", "No map has been imported here.");
        sheet.text(TextStyle.SMALL, cross + ground);
        return sheet.y();
    }

    private void writeFacts(WalkStop stop) {
        LocalDateTime arrival = handout.meetings().walk().plusSeconds(stop.arrivalSeconds());
        sheet.labelled(
                language.say("Framme", "Arrival"),
                language.say(
                        "%s, %d min efter start; %d min här",
                        "%s, %d min after the start; %d min here",
                        language.hour(arrival),
                        stop.arrivalSeconds() / 60,
                        stop.minutes()));
        sheet.labelled(language.say("Rapporter", "Reports"), Integer.toString(stop.reports()));
        sheet.labelled(language.say("Varför här", "Why here"), language.say(stop.why()));
        if (stop.pinned()) {
            sheet.labelled(
                    language.say("Utvald", "Chosen"),
                    language.say("av den som planerade vandringen", "by whoever planned the walk"));
        }
        sheet.skip(5);
    }

    /** A leg in words. */
    void writeWay(String title, FootLeg leg) {
        sheet.heading(Tag.Kind.H3, TextStyle.PART, title);
        String lit = leg.litMetres() > 0
                ? language.say(", %s känd som belyst", ", %s known to be lit", language.length(leg.litMetres()))
                : "";
        String stairs = leg.stepMetres() > 0
                ? language.say(", %s trappor", ", %s of stairs", language.length(leg.stepMetres()))
                : "";
        sheet.text(
                TextStyle.BODY, language.length(leg.metres()) + ", " + language.minutes(leg.seconds()) + lit + stairs);
        for (FootStep step : leg.steps()) {
            String far = step.metres() > 0 ? " (" + language.length(step.metres()) + ")" : "";
            sheet.text(TextStyle.BODY, "– " + language.say(step.text()) + far);
        }
    }

    private void writeChecklist() {
        sheet.heading(Tag.Kind.H3, TextStyle.PART, language.say("Checklista", "Checklist"));
        sheet.text(
                TextStyle.SMALL,
                language.say(
                        "Kryssa i varje rad: %s. Skriv om platsen, aldrig om enskilda personer.",
                        "Tick one box a row: %s. Write about the place, never about single persons.", grades()));
        sheet.skip(2);
        var grid = new Grid(
                sheet,
                new float[] {158, 92, Sheet.WIDTH - 250},
                language == Language.SV
                        ? List.of("Vi tittar på", "1–4", "Kommentar")
                        : List.of("We look at", "1–4", "Comment"));
        for (ChecklistItem item : ChecklistItem.values()) {
            grid.row(
                    ROW_HEIGHT,
                    Cell.named(Phrases.sentence(language.say(item.title())), language.say(item.hint())),
                    Cell.ticks(ChecklistItem.BEST),
                    Cell.blank());
        }
        grid.row(
                REMARK_HEIGHT,
                Cell.named(
                        language.say("Förslag och foton", "Proposals and photos"),
                        language.say("vad skulle göra platsen tryggare", "what would make the place safer")),
                Cell.blank(),
                Cell.blank());
    }

    /** "1 mycket dåligt, …". */
    private String grades() {
        return IntStream.rangeClosed(1, ChecklistItem.BEST)
                .mapToObj(grade -> grade + " " + language.say(ChecklistItem.GRADES.get(grade - 1)))
                .collect(Collectors.joining(", "));
    }
}
