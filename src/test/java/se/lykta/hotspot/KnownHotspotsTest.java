package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.hotspot.identity.HotspotIdentityStore;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;

class KnownHotspotsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    /** Ten reports 30 m farther on and a new main cause: the square of the mean and the cause alone would give another id. */
    @Test
    void aHotspotKeepsItsIdWhileMostOfItsReportsStay() {
        var town = new Town().reports(12, 0, 0, "2026-01-01", "A11");
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, town.snapshot(1));
        try (TestDatabase database = TestDatabase.create()) {
            var store = new HotspotIdentityStore(database.database().jdbi());
            var board = new HotspotBoard(indexes, Town.finder(), CLOCK);
            board.learn(store);
            board.remember(store);
            String first = id(board);

            town.reports(14, 30, 30, "2026-02-01", "A41");
            indexes.replace(Audience.STAFF, town.snapshot(2));
            board.refresh();
            String later = id(board);
            var other = new HotspotBoard(indexes, Town.finder(), CLOCK);
            other.learn(store);

            assertThat(later).isEqualTo(first);
            assertThat(id(other)).isEqualTo(first);
            assertThat(id(new HotspotBoard(indexes, Town.finder(), CLOCK))).isNotEqualTo(first);
        }
    }

    /** The group's hotspot has the same reports as the overall one, and each keeps its own id when both drift, in any order. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hotspotsOfAGroupKeepIdsOfTheirOwn(boolean weighted) {
        HotspotParameters byGroup = HotspotParameters.DEFAULT.ofEachGroup();
        var graveAndNewFirst = new HotspotParameters(50, 8, 3, 100, true, new Weights(true, OptionalInt.of(90)));
        var town = new Town().reports(12, 0, 0, "2026-01-01", "A11");
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, town.snapshot(1));
        try (TestDatabase database = TestDatabase.create()) {
            var store = new HotspotIdentityStore(database.database().jdbi());
            var board = new HotspotBoard(indexes, Town.finder(), CLOCK);
            board.learn(store);
            String ofGroup = id(board, weighted ? graveAndNewFirst : byGroup);
            board.remember(store);
            String overall = id(board);

            town.reports(14, 30, 30, "2026-02-01", "A41");
            indexes.replace(Audience.STAFF, town.snapshot(2));
            var other = new HotspotBoard(indexes, Town.finder(), CLOCK);
            other.learn(store);

            assertThat(id(other, byGroup)).isEqualTo(ofGroup).startsWith("A-");
            assertThat(id(other, graveAndNewFirst)).isEqualTo(ofGroup);
            assertThat(id(other)).isEqualTo(overall).doesNotStartWith("A-");
        }
    }

    private static String id(HotspotBoard board) {
        return id(board, HotspotParameters.DEFAULT);
    }

    private static String id(HotspotBoard board, HotspotParameters parameters) {
        List<Hotspot> list = board.show(Audience.STAFF, Filter.counting(), parameters)
                .hotspots()
                .list();
        assertThat(list).hasSize(1);
        return list.get(0).id();
    }
}
