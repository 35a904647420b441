package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkRequest;
import se.lykta.walk.plan.WalkStop;

/** A walk that was stored before there were groups and versions. */
class WalkMigrationTest {

    private static final String ID = "0123456789abcdef01234567";

    @Test
    void oldWalkBecomesTheFirstVersionOfAPlanWithOneLoop() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            Jdbi jdbi = database.database().jdbi();
            String old = text("/fixtures/walk-before-groups.json");
            String before = text("/db/migration/V003__walk.sql");
            String migration = text("/db/migration/V017__walk_versions.sql");
            jdbi.useHandle(handle -> {
                handle.execute("DROP TABLE walk_version, walk CASCADE");
                handle.createScript(before).execute();
                handle.execute("INSERT INTO walk VALUES (?, 1, '2026-06-30T22:30:00Z', CAST(? AS jsonb))", ID, old);
                handle.createScript(migration).execute();
            });

            var store = new WalkStore(jdbi, Clock.systemUTC(), new SecureRandom());
            StoredWalk walk = store.find(ID).orElseThrow();

            assertThat(walk.version()).isEqualTo(1);
            assertThat(walk.created()).isEqualTo(Instant.parse("2026-06-30T22:30:00Z"));
            assertPlan(walk.plan());
            assertThat(store.listVersions(ID)).extracting(WalkVersion::changed).containsExactly(List.of());
            assertThat(store.findState(ID).orElseThrow().audience()).isEqualTo(Audience.STAFF);
            assertThat(store.addVersion(walk, walk.plan()).orElseThrow().version())
                    .isEqualTo(2);
        }
    }

    private static void assertPlan(WalkPlan plan) {
        Loop loop = plan.loops().get(0);
        assertThat(plan.loops()).hasSize(1);
        assertThat(plan.departure().start()).as("the day after, in Sweden").isEqualTo("2026-07-02T16:00");
        assertThat(plan.request().pace()).isEqualTo(new WalkRequest.Pace(80, 4, 3.5));
        assertThat(plan.request().limits()).isEqualTo(new WalkRequest.Limits(1, 6, 2.0));
        assertThat(plan.request().stepFree()).isTrue();
        assertThat(loop.stops()).extracting(WalkStop::hotspot).containsExactly("h1", "h3");
        assertThat(loop.stops()).extracting(WalkStop::arrivalSeconds).containsExactly(660, 1200);
        assertThat(loop.stops()).extracting(WalkStop::offMetres).containsExactly(12, 0);
        assertThat(loop.stops()).extracting(WalkStop::place).doesNotContainNull();
        assertThat(loop.stops()).extracting(WalkStop::minutes).containsOnly(4);
        assertThat(loop.legs()).extracting(FootLeg::metres).containsExactly(750, 400, 350);
        assertThat(loop.legs().get(0).line()).hasSize(3);
        assertThat(loop.totals().reports()).isEqualTo(32);
        assertThat(loop.start()).isEqualTo(loop.end());
        assertThat(plan.leftOut()).extracting(LeftOut::reason).containsExactly("107 m");
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = WalkMigrationTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
