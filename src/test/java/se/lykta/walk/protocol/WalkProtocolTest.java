package se.lykta.walk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.hotspot.words.Name;
import se.lykta.place.base.MapShapeStore;
import se.lykta.place.osm.OsmImport;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.StoredWalk;

/** The printed protocol, on the map of the demo town, read back as text and structure. */
class WalkProtocolTest {

    private static final Path TOWN = Path.of("data", "demo", "ljusbro.osm");
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static TestDatabase database;
    private static WalkProtocol protocol;

    @BeforeAll
    static void importMap(@TempDir Path kept) {
        database = TestDatabase.create();
        new OsmImport(database.database().jdbi(), kept).run(TOWN, share -> {});
        protocol = new WalkProtocol(new MapShapeStore(database.database().jdbi())::list, Taxonomy.load(), ZONE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void firstPageTellsWhenWhereAndHowFar() {
        PdfFile pdf = print(SampleWalks.simple(), Language.SV);

        assertThat(pdf.pages()).isEqualTo(3);
        assertThat(pdf.text(1))
                .contains("Trygghetsvandring", "Onsdag 14 oktober 2026 kl. 18:30")
                .contains("Vid Stortorget (58.95000, 15.05000)")
                .contains("1 stopp, 600 m, 15 min: 10 min att gå och 5 min vid stoppen")
                .contains("i mörker, mörkt från kl. 18:10; 400 m av vägen är känd som belyst")
                .contains("80 m på vägen")
                .contains("onsdag 30 september 2026 kl. 18:00 (förslag)")
                .contains("onsdag 28 oktober 2026 kl. 18:00 (förslag)")
                .contains("Karta: Ljusbro, © OpenStreetMap contributors", "Antal deltagare");
    }

    @Test
    void stopHasItsFactsItsWayAndTheWholeChecklist() {
        PdfFile pdf = print(SampleWalks.simple(), Language.SV);

        assertThat(pdf.text(2))
                .contains("1. Bristande belysning vid Idrottshallen 1")
                .contains("kl. 18:35, 5 min efter start; 5 min här")
                .contains("23 rapporter, 80 % i mörker", "av den som planerade vandringen")
                .contains("300 m, 5 min, 200 m känd som belyst, 40 m trappor")
                .contains("Sväng vänster in på Storgatan (120 m)", "Framme")
                .contains("17 m från gångvägen");
        assertThat(pdf.text(2))
                .containsSubsequence(
                        "Belysning",
                        "Överblickbarhet",
                        "Insyn",
                        "Växtlighet",
                        "Skötsel",
                        "Orienterbarhet",
                        "Flyktvägar eller alternativ väg",
                        "Folkliv",
                        "Trafik",
                        "Framkomlighet",
                        "Känslan");
        assertThat(pdf.text(2)).contains("1 mycket dåligt, 2 ganska dåligt, 3 ganska bra, 4 mycket bra");
        assertThat(pdf.text(2).split("1 ?2 ?3 ?4", -1))
                .as("eleven rows of boxes")
                .hasSize(12);
    }

    @Test
    void lastPageIsForTheFollowUp() {
        PdfFile pdf = print(SampleWalks.simple(), Language.SV);

        assertThat(pdf.text(3))
                .contains("Vägen tillbaka", "Vad Vem ansvarar När Eller varför inte")
                .contains("senast onsdag 14 april 2027")
                .contains("Otrygg gångtunnel i Soltunneln", "+12 min, det ryms inte")
                .contains("inom 90 minuter och 2,5 km", "orsak bristande belysning.", "© OpenStreetMap contributors")
                .contains("version 3");
    }

    @Test
    void englishProtocolHasNoSwedishLeft() {
        PdfFile pdf = print(SampleWalks.simple(), Language.EN);

        assertThat(pdf.text())
                .contains("Safety walk", "Wednesday 14 October 2026 18:30", "At Stortorget", "Three meetings")
                .contains("1. Poor lighting at Idrottshallen 1", "Turn left onto Storgatan (120 m)")
                .containsSubsequence("Lighting", "Overview", "Visibility", "The feeling")
                .contains("What Who is responsible When Or why not", "How the route was chosen")
                .contains("within 90 minutes and 2.5 km", "cause missing or poor lighting.");
        assertThat(pdf.text()).doesNotContain("Stopp ", "minuter", "Vägen", "Möte", "förslag", "stopp");
    }

    @Test
    void codeLeadsToThePageOfTheWalk() throws Exception {
        assertThat(print(SampleWalks.simple(), Language.SV).code(1)).isEqualTo(SampleWalks.PAGE);
    }

    @Test
    void everyGroupHasAProtocolOfItsOwn() {
        StoredWalk walk = SampleWalks.walk(SampleWalks.START, 2, 3);

        PdfFile both = print(walk, Language.SV);
        PdfFile second = new PdfFile(
                protocol.write(SampleWalks.handout(walk), walk.plan().loops().subList(1, 2), Language.SV));

        assertThat(both.pages()).isEqualTo(10);
        assertThat(second.pages()).isEqualTo(5);
        assertThat(both.text(1)).contains("1 av 2 som startar samtidigt", "Streckat: andra grupper");
        assertThat(both.text(6)).contains("2 av 2 som startar samtidigt");
        assertThat(both.text(6)).isEqualTo(second.text(1));
    }

    @Test
    void thirtyStopsWithLongNamesAllHaveTheirPage() {
        String name = "Störande moped- eller A-traktortrafik på gång- och cykelvägen mellan Södra Kungsbacka"
                + "vägens förlängning och Järnvägsstationens norra uppgång vid Köpmangatans busshållplats";
        StoredWalk walk = SampleWalks.walk(SampleWalks.START, 1, 30, new Name(name, name));

        PdfFile pdf = print(walk, Language.SV);

        for (int stop = 1; stop <= 30; stop++) {
            assertThat(pdf.text(stop + 1)).contains(stop + ". Störande moped-", "uppgång vid", "Känslan");
        }
        assertThat(pdf.text(32)).contains("Efter vandringen", "Vad Vem ansvarar När");
        assertThat(pdf.text(33)).contains("19 20", "30 Platser som inte är med");
        assertThat(pdf.content(33).split("0.93333 0.9451 0.95294 rg", -1))
                .as("behind the repeated head of the table, and behind that of the next one")
                .hasSize(3);
    }

    @Test
    void groupWithoutStopsHasItsCoverAndItsWayBack() {
        PdfFile pdf = print(SampleWalks.walk(SampleWalks.START, 1, 0), Language.EN);

        assertThat(pdf.pages()).isEqualTo(2);
        assertThat(pdf.text(1)).contains("0 stops, 300 m, 5 min");
        assertThat(pdf.text(2)).contains("The way back 300 m, 5 min", "Follow-up");
    }

    @Test
    void documentTellsTitleLanguageTimeAndStructure() {
        PdfFile pdf = print(SampleWalks.simple(), Language.EN);

        assertThat(pdf.info("Title")).isEqualTo("Safety walk 2026-10-14");
        assertThat(pdf.info("CreationDate")).isEqualTo("D:20260901100000+02'00'");
        assertThat(pdf.catalog().getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("en");
        assertThat(pdf.catalog()
                        .getAsDict(new PdfName("MarkInfo"))
                        .getAsBoolean(new PdfName("Marked"))
                        .booleanValue())
                .isTrue();
        PdfDictionary view = pdf.catalog().getAsDict(PdfName.VIEWERPREFERENCES);
        assertThat(view.getAsBoolean(PdfName.DISPLAYDOCTITLE).booleanValue()).isTrue();
        assertThat(pdf.structure()).contains("/Document", "/H1", "/H2", "/H3", "/P", "/Table", "/TR", "/TH", "/TD");
        assertThat(pdf.dictionaries().stream()
                        .filter(one -> new PdfName("Figure").equals(one.get(PdfName.S)))
                        .map(one -> one.getAsString(PdfName.ALT).toUnicodeString()))
                .containsExactly(
                        "QR code of the walk: " + SampleWalks.PAGE,
                        "Map of the loop with its start and 1 stop. The way is told in words at each stop.",
                        "Map of the surroundings of stop 1.");
    }

    @Test
    void everyMarkBelongsToAPartOrIsDecoration() {
        PdfFile pdf = print(SampleWalks.simple(), Language.SV);

        for (int page = 1; page <= pdf.pages(); page++) {
            String flat = pdf.content(page).replaceAll("(?s)/Span [^\n]*BDC\n.*?EMC", "");
            String outside = flat.replaceAll("(?s)(BDC|BMC)\n.*?EMC", "");
            assertThat(outside).as("page %d", page).doesNotContain("Tj", " re", " l\n", " f\n", " S\n");
        }
    }

    @Test
    void fontsAreInsideTheFile() {
        List<PdfDictionary> fonts = print(SampleWalks.simple(), Language.SV).dictionaries().stream()
                .filter(one -> new PdfName("FontDescriptor").equals(one.get(PdfName.TYPE)))
                .toList();

        assertThat(fonts).hasSize(2).allMatch(font -> font.get(PdfName.FONTFILE2) != null);
        assertThat(fonts)
                .allMatch(font -> Objects.toString(font.get(PdfName.FONTNAME)).contains("LiberationSans"));
    }

    @Test
    void mapShowsTheStreetsOfTheTown() {
        PdfFile pdf = print(SampleWalks.simple(), Language.SV);

        assertThat(pdf.text(1)).contains("Drottninggatan", "Folkets park", "100 m");
    }

    @Test
    void withoutAMapTheRouteIsDrawnAndThePageSaysSo() {
        var blank = new WalkProtocol((box, leastMetres) -> List.of(), Taxonomy.load(), ZONE);
        StoredWalk walk = SampleWalks.simple();

        PdfFile pdf =
                new PdfFile(blank.write(SampleWalks.handout(walk), walk.plan().loops(), Language.SV));

        assertThat(pdf.text(1)).contains("Det finns ingen inläst karta här").doesNotContain("Drottninggatan");
        assertThat(pdf.text(2)).contains("Ingen karta är inläst här");
        assertThat(pdf.content(1)).as("the tone of the route").contains("0.07059 0.22353 0.35686 RG");
    }

    private static PdfFile print(StoredWalk walk, Language language) {
        return new PdfFile(protocol.write(SampleWalks.handout(walk), walk.plan().loops(), language));
    }
}
