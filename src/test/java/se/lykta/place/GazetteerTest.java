package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.area.AreaStore;

class GazetteerTest {

    private static final LonLat HERE = new LonLat(14.5, 56.5);
    private static final Geometry BOX = new GeometryFactory().toGeometry(new Envelope(14, 15, 56, 57));

    @Test
    void namesFollowTheAreasAndSoDoesTheVersion() {
        try (TestDatabase database = TestDatabase.create()) {
            var jdbi = database.database().jdbi();
            var municipality =
                    new Municipality("Provköping", false, Optional.of(BOX), HERE, ZoneId.of("Europe/Stockholm"));
            new AreaStore(jdbi).replace(municipality, List.of(new Area("Väst", BOX)));
            jdbi.useHandle(handle -> handle.execute("""
                    INSERT INTO place_name (name, kind, public, geom)
                    VALUES ('Biblioteket', 'culture', true, ST_SetSRID(ST_MakePoint(14.2, 56.2), 4326))"""));
            var gazetteer = new Gazetteer(new PlaceStore(jdbi));
            assertThat(gazetteer.area(HERE)).hasValue("Väst");
            String before = gazetteer.version();

            new AreaStore(jdbi).replace(municipality, List.of(new Area("Centrum", BOX)));
            gazetteer.refresh();

            assertThat(gazetteer.area(HERE)).hasValue("Centrum");
            assertThat(gazetteer.nearest(HERE).orElseThrow().sv()).isEqualTo("i Centrum");
            assertThat(gazetteer.nearest(new LonLat(14.2, 56.2)).orElseThrow().sv())
                    .isEqualTo("vid Biblioteket");
            assertThat(gazetteer.version()).isNotEqualTo(before);
        }
    }
}
