package se.lykta.walk.protocol;

import java.util.List;
import se.lykta.walk.paper.Cell;
import se.lykta.walk.paper.Grid;
import se.lykta.walk.paper.Sheet;
import se.lykta.walk.paper.Tag;
import se.lykta.walk.paper.TextStyle;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkRequest;
import se.lykta.walk.plan.WalkStop;

/** The last pages of a group's protocol: the way back, what comes of the walk, what was left out and how it was planned. */
final class ClosingPage {

    private static final float ROW_HEIGHT = 34;
    private static final int BLANK_ROWS = 3;

    private final Sheet sheet;
    private final Handout handout;
    private final StopPage stops;
    private final FilterWords filters;
    private final Language language;

    ClosingPage(Sheet sheet, Handout handout, StopPage stops, FilterWords filters, Language language) {
        this.sheet = sheet;
        this.handout = handout;
        this.stops = stops;
        this.filters = filters;
        this.language = language;
    }

    void write(Loop loop) {
        String title = language.say("Efter vandringen", "After the walk");
        sheet.newPage(title);
        sheet.heading(Tag.Kind.H2, TextStyle.HEADING, title);
        sheet.skip(4);
        String back = loop.end().equals(loop.start())
                ? language.say("Vägen tillbaka", "The way back")
                : language.say("Vägen till målet", "The way to the end");
        stops.writeWay(back, loop.legs().get(loop.legs().size() - 1));
        sheet.skip(8);
        writeMeasures(loop);
        sheet.skip(8);
        writeLeftOut();
        writeMethod();
    }

    private void writeMeasures(Loop loop) {
        sheet.heading(Tag.Kind.H3, TextStyle.PART, language.say("Uppföljning", "Follow-up"));
        sheet.text(
                TextStyle.BODY,
                language.say(
                        "Fylls i på uppföljningsmötet. Målet är att kommunens egna åtgärder är klara inom sex månader,"
                                + " senast %s.",
                        "To be filled in at the follow-up meeting. The aim is that the municipality's own measures are"
                                + " done within six months, by %s.",
                        language.day(handout.meetings().measuresDone())));
        sheet.skip(3);
        var grid = new Grid(
                sheet,
                new float[] {42, 165, 110, 70, Sheet.WIDTH - 387},
                language == Language.SV
                        ? List.of("Stopp", "Vad", "Vem ansvarar", "När", "Eller varför inte")
                        : List.of("Stop", "What", "Who is responsible", "When", "Or why not"));
        for (WalkStop stop : loop.stops()) {
            row(grid, Integer.toString(stop.number()));
        }
        for (int i = 0; i < BLANK_ROWS; i++) {
            row(grid, "");
        }
    }

    private static void row(Grid grid, String stop) {
        grid.row(ROW_HEIGHT, Cell.text(stop), Cell.blank(), Cell.blank(), Cell.blank(), Cell.blank());
    }

    private void writeLeftOut() {
        List<LeftOut> leftOut = handout.plan().leftOut();
        sheet.heading(Tag.Kind.H3, TextStyle.PART, language.say("Platser som inte är med", "Places left out"));
        if (leftOut.isEmpty()) {
            sheet.text(
                    TextStyle.BODY,
                    language.say(
                            "Alla platser som övervägdes är med.", "All places that were considered are visited."));
            sheet.skip(8);
            return;
        }
        var grid = new Grid(
                sheet,
                new float[] {200, Sheet.WIDTH - 200},
                language == Language.SV ? List.of("Plats", "Varför inte") : List.of("Place", "Why not"));
        leftOut.forEach(place ->
                grid.row(0, Cell.text(language.say(place.name())), Cell.text(language.say(place.explanation()))));
        sheet.skip(8);
    }

    private void writeMethod() {
        WalkRequest request = handout.plan().request();
        sheet.heading(Tag.Kind.H3, TextStyle.PART, language.say("Så valdes rutten", "How the route was chosen"));
        sheet.text(
                TextStyle.BODY,
                language.say(
                        "Stoppen är trygghetskartans platser dit flest rapporter hör. Rundan lades så att stoppen"
                                + " tillsammans har så många rapporter som möjligt inom %d minuter och %.1f km, med %d minuter"
                                + " vid varje stopp, högst %d stopp för varje grupp och gångfarten %.1f km/h. En tiondel av"
                                + " tiden är sparad till frågor och rödljus.",
                        "The stops are the places of the safety map with most reports. The loop was laid so that its stops"
                                + " have as many reports as possible between them within %d minutes and %.1f km, with %d"
                                + " minutes at each stop, at most %d stops for each group and a speed of %.1f km/h. A tenth"
                                + " of the time is kept for questions and red lights.",
                        request.minutes(),
                        request.limits().maxKilometres(),
                        request.minutesPerStop(),
                        request.limits().maxStops(),
                        request.pace().speedKmh()));
        writeWishes(request);
        sheet.text(
                TextStyle.BODY,
                language.say("Rapporter som räknades: ", "Reports that counted: ")
                        + filters.say(request.filter(), language));
        sheet.text(
                TextStyle.BODY,
                language.say("Gångvägar, karta och rapporter: ", "Ways, map and reports: ") + handout.attribution()
                        + ".");
        sheet.text(
                TextStyle.SMALL,
                language.say(
                        "Vandring %s, version %d, planerad %s (UTC).",
                        "Walk %s, version %d, planned %s (UTC).",
                        handout.stored().id(),
                        handout.stored().version(),
                        handout.stored().created()));
    }

    private void writeWishes(WalkRequest request) {
        if (request.stepFree()) {
            sheet.text(TextStyle.BODY, language.say("Rundan undviker trappor.", "The loop avoids stairs."));
        }
        if (request.preferLit()) {
            sheet.text(
                    TextStyle.BODY, language.say("Rundan går hellre på belysta vägar.", "The loop prefers lit ways."));
        }
        WalkRequest.Wishes wishes = request.wishes();
        if (!wishes.equals(WalkRequest.Wishes.NONE)) {
            sheet.text(
                    TextStyle.BODY,
                    language.say(
                            "Den som planerade valde ut %d platser, valde bort %d och bestämde ordningen i %d grupper.",
                            "Whoever planned it chose %d places, refused %d and set the order of %d groups.",
                            wishes.pinned().size(),
                            wishes.banned().size(),
                            wishes.order().stream()
                                    .filter(order -> !order.isEmpty())
                                    .count()));
        }
    }
}
