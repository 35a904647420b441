package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.index.Snapshot;
import se.lykta.place.PlaceStore;
import se.lykta.place.osm.OsmImport;

class TerritoryTest {

    private static final String MAP = """
            <osm version="0.6">
              <node id="1" lon="14.40" lat="56.10"/>
              <node id="2" lon="14.60" lat="56.30"/>
              <way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way>
            </osm>""";

    @TempDir
    Path kept;

    @Test
    void mapOpensInTheMiddleOfTheImportedExtractWhileNothingElseIsKnown() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            var territory =
                    new Territory(new PlaceStore(database.database().jdbi()), RunningService.settings(database));
            Path file = Files.writeString(kept.resolve("town.osm"), MAP);
            new OsmImport(database.database().jdbi(), kept).run(file, share -> {});

            territory.refresh(Snapshot.empty(0));

            assertThat(territory.municipality().start()).isEqualTo(new LonLat(14.5, 56.2));
            assertThat(territory.outline()).isEmpty();
        }
    }
}
