package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lykta.walk.findings.WalkModeServer.NIGHT;
import static se.lykta.walk.findings.WalkModeServer.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.ChecklistItem;

/** Which findings become reports, when, how, and never twice. */
class FindingReportsTest {

    private static final Instant NEXT_DAY = NIGHT.plus(Duration.ofHours(12));

    private WalkModeServer server;
    private String walk = "";
    private String token = "";

    @BeforeEach
    void start() {
        server = new WalkModeServer();
        server.clock().set(NIGHT);
        walk = server.walk(SampleWalk.past("h1", "h2"));
        token = server.join(walk);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBadGradeBecomesAReportOfTheWalkAtThePlaceOfTheStop() {
        UUID id = send(1, "{\"lighting\":1,\"people\":2,\"traffic\":3,\"feeling\":1}", "\"Lampan är sönder\"");

        server.clock().set(NEXT_DAY);
        server.reports().makeOfQuiet();

        Map<String, Object> report = report(id);
        assertThat(report)
                .containsEntry("source", "walk")
                .containsEntry("state", "received")
                .containsEntry("light", "dark")
                .containsEntry("causes", "A11 A61")
                .containsEntry("severity", 3)
                .containsEntry("text", "Lampan är sönder")
                .containsEntry("occurred", "2026-10-03T20:00:00Z")
                .containsEntry("occurred_precision", "minute")
                .containsEntry("recurring", false)
                .containsEntry("place", "POINT(16.5018 59.3001)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"lighting\":2}                    | null   | A11     | -",
                "{\"upkeep\":2,\"ways_out\":1}       | null   | A52 A43 | -",
                "{\"feeling\":2}                     | null   | E19     | 2",
                "{\"feeling\":3,\"lighting\":3}      | null   | -       | -",
                "{}                                  | null   | -       | -",
                "{}                                  | \"Hej\" | E19    | -",
                "{\"feeling\":3,\"lighting\":4}      | \"Hej\" | E19    | -",
                "{\"feeling\":4,\"lighting\":3}      | \"Fint\" | F11   | -",
                "{\"feeling\":4,\"lighting\":2}      | \"Fint\" | A11   | -",
            })
    void causesFollowTheGrades(String grades, String comment, String causes, Integer severity) {
        var body = finding("h1", 1, NIGHT, grades, comment);
        UUID id = UUID.randomUUID();
        assertThat(server.put(walk, id.toString(), token, body).statusCode()).isEqualTo(201);
        server.clock().set(NEXT_DAY);

        server.reports().makeOfQuiet();

        if (causes == null) {
            assertThat(reports()).isEmpty();
        } else {
            assertThat(report(id)).containsEntry("causes", causes).containsEntry("severity", severity);
        }
    }

    @Test
    void everyCauseOfTheChecklistIsInTheTaxonomy() {
        Taxonomy taxonomy = Taxonomy.load();

        for (ChecklistItem item : ChecklistItem.values()) {
            assertThat(item.cause().stream())
                    .allMatch(code -> taxonomy.findCause(code).isPresent());
        }
        assertThat(ChecklistItem.FEELING.cause()).isEmpty();
    }

    @Test
    void nothingHappensUntilAFindingWasLeftAloneForSixHours() {
        UUID id = send(1, "{\"lighting\":1}", "null");
        server.clock().pass(Duration.ofHours(5));
        put(id, 2, "{\"lighting\":1,\"overview\":1}", "null");

        server.clock().pass(FindingReports.QUIET.minusSeconds(1));
        server.reports().makeOfQuiet();
        assertThat(reports()).isEmpty();
        server.clock().pass(Duration.ofSeconds(1));
        server.reports().makeOfQuiet();

        assertThat(report(id)).containsEntry("causes", "A11 A23");
    }

    @Test
    void neitherAnotherRunNorAnEditNorTheSameRequestAgainMakesASecondReport() {
        UUID id = send(1, "{\"lighting\":1}", "\"a\"");
        server.reports().makeOf(walk);

        server.reports().makeOf(walk);
        put(id, 1, "{\"lighting\":1}", "\"a\"");
        put(id, 2, "{\"lighting\":1,\"traffic\":1}", "\"b\"");
        server.clock().set(NEXT_DAY);
        server.reports().makeOfQuiet();

        assertThat(reports()).hasSize(1);
        assertThat(report(id)).containsEntry("causes", "A11").containsEntry("text", "a");
        assertThat(server.rows("SELECT weighed, revision FROM walk_finding"))
                .containsExactly(Map.of("weighed", 1, "revision", 2));
    }

    @Test
    void aFindingThatWasFineBecomesAReportWhenItIsChanged() {
        UUID id = send(1, "{\"lighting\":4}", "null");
        assertThat(server.reports().makeOf(walk)).isEqualTo(new FindingReports.Made(0, 0, 1));
        assertThat(server.reports().makeOf(walk)).isEqualTo(new FindingReports.Made(0, 0, 0));

        put(id, 2, "{\"lighting\":2}", "null");

        assertThat(server.reports().makeOf(walk)).isEqualTo(new FindingReports.Made(1, 0, 0));
        assertThat(report(id)).containsEntry("causes", "A11");
    }

    @Test
    void aDeletedReportDoesNotComeBack() {
        UUID id = send(1, "{\"lighting\":1}", "null");
        server.reports().makeOf(walk);
        server.jdbi().useHandle(handle -> handle.execute("DELETE FROM report"));

        put(id, 2, "{\"lighting\":1}", "\"igen\"");
        server.reports().makeOf(walk);

        assertThat(reports()).isEmpty();
    }

    @Test
    void runsAtOnceMakeOneReportOfEach() throws Exception {
        for (int i = 0; i < 30; i++) {
            send(1, "{\"lighting\":1}", "\"nummer " + i + "\"");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<FindingReports.Made> made = new ArrayList<>();
        try {
            Callable<FindingReports.Made> run = () -> server.reports().makeOf(walk);
            for (Future<FindingReports.Made> one : threads.invokeAll(List.of(run, run, run, run))) {
                made.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(made.stream().mapToInt(FindingReports.Made::reports).sum()).isEqualTo(30);
        assertThat(reports()).hasSize(30);
        assertThat(server.rows("SELECT count(DISTINCT report_id) AS n FROM walk_finding"))
                .containsExactly(Map.of("n", 30L));
    }

    @Test
    void allReportsOfAWalkAreOneVoiceAndThoseOfAnotherAreAnother() {
        send(1, "{\"lighting\":1}", "null");
        send(1, "{\"lighting\":2}", "null");
        String other = server.walk(SampleWalk.past("h1"));
        String hers = server.join(other);
        server.put(other, UUID.randomUUID().toString(), hers, finding("h1", 1, NIGHT, "{\"lighting\":1}", "null"));
        server.clock().set(NEXT_DAY);

        server.reports().makeOfQuiet();

        assertThat(server.rows("SELECT reporter, count(*) AS n FROM report WHERE reporter >= 0 GROUP BY 1 ORDER BY 2"))
                .extracting(row -> row.get("n"))
                .containsExactly(1L, 2L);
    }

    @Test
    void aStopOutsideTheMunicipalityIsRefusedOnceWithTheReasonAndTheOthersGoOn() {
        UUID outside = send(1, "{\"lighting\":1}", "\"utanför\"");
        server.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE walk_stop SET place = ST_SetSRID(ST_MakePoint(18, 59.3), 4326) WHERE hotspot = 'h1'"));
        UUID inside = UUID.randomUUID();
        server.put(walk, inside.toString(), token, finding("h2", 1, NIGHT, "{\"lighting\":1}", "null"));

        assertThat(server.reports().makeOf(walk)).isEqualTo(new FindingReports.Made(1, 1, 0));
        assertThat(server.reports().makeOf(walk)).isEqualTo(new FindingReports.Made(0, 0, 0));
        assertThat(server.rows("SELECT refusal FROM walk_finding WHERE id = ?", outside))
                .containsExactly(Map.of("refusal", "position"));
        assertThat(report(inside)).containsEntry("causes", "A11");
    }

    private UUID send(int revision, String grades, String comment) {
        UUID id = UUID.randomUUID();
        put(id, revision, grades, comment);
        return id;
    }

    private void put(UUID id, int revision, String grades, String comment) {
        var answer = server.put(walk, id.toString(), token, finding("h1", revision, NIGHT, grades, comment));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private List<Map<String, Object>> reports() {
        return server.rows("SELECT id FROM report");
    }

    private Map<String, Object> report(UUID finding) {
        List<Map<String, Object>> rows = server.rows("""
                SELECT report.source, report.state, report.light, array_to_string(causes, ' ') AS causes, severity, text,
                       to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS occurred,
                       occurred_precision, recurring, ST_AsText(geom) AS place
                FROM report JOIN walk_finding ON report_id = report.id WHERE walk_finding.id = ?
                """, finding);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
