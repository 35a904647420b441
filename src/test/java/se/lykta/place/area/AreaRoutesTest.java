package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.lykta.place.snap.SnapPoint;
import se.lykta.place.snap.SnapPointStore;

/**
 * Drawing areas over HTTP on a running service. The municipality is the box 14..15, 56..57 with the area Väst in its west;
 * reports lie at 14.25, 56.5 (Väst) and 14.75, 56.5.
 */
class AreaRoutesTest extends TownOfAreas {

    @Test
    void aDrawnAreaIsInTheFilterAtOnce() throws IOException {
        HttpResponse<String> made = post(feature("\"name\":\"Öst\",\"population\":1200", EAST));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode area = json(made);
        int id = area.path("id").asInt();
        assertThat(made.headers().firstValue("Location")).hasValue("/api/areas/" + id);
        assertThat(area.at("/properties/name").asText()).isEqualTo("Öst");
        assertThat(area.at("/properties/population").asInt()).isEqualTo(1200);
        assertThat(area.path("notices")).isEmpty();
        assertThat(reportsIn(id)).isEqualTo(2);
        assertThat(municipality().path("areasVersion").asText()).isEqualTo(tagOf(made));
        assertThat(namesOfAreas()).containsExactly("Väst", "Öst");
    }

    @Test
    void publicPositionsAreMadeForTheDrawnAreaToo() throws IOException {
        int id = json(post(feature("\"name\":\"Öst\"", EAST))).path("id").asInt();

        List<SnapPoint> points = new SnapPointStore(service.database().jdbi()).list();

        assertThat(points)
                .filteredOn(point -> point.areaId().equals(OptionalInt.of(id)))
                .isNotEmpty()
                .allMatch(point -> point.name().equals("Öst"));
    }

    @Test
    void aChangedBorderIsInTheFilterAtOnce() throws IOException {
        int west = idOf("Väst");
        assertThat(reportsIn(west)).isEqualTo(1);

        HttpResponse<String> changed = put(west, version(), "{\"type\":\"Feature\",\"geometry\":" + EAST + "}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).at("/properties/name").asText()).isEqualTo("Väst");
        assertThat(json(changed).at("/properties/population").asInt()).isEqualTo(50);
        assertThat(reportsIn(west)).isEqualTo(2);
    }

    @Test
    void aNameAndPopulationAreChangedWithoutTheBorder() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> changed =
                put(west, version(), "{\"type\":\"Feature\",\"properties\":{\"name\":\"Västra staden\"}}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(namesOfAreas()).containsExactly("Västra staden");
        assertThat(json(changed).at("/properties").has("population")).isFalse();
        assertThat(reportsIn(west)).isEqualTo(1);
    }

    @Test
    void aRemovedAreaIsNoLongerInTheFilter() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> removed = delete(west, version());

        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(namesOfAreas()).isEmpty();
        assertThat(municipality().path("areasVersion").asText()).isEqualTo(tagOf(removed));
        assertThat(service.getAsStaff("/api/facets?area=" + west).statusCode()).isEqualTo(400);
        assertThat(delete(west, version()).body()).contains("unknown-area");
    }

    @Test
    void theSecondOfTwoCoordinatorsIsToldThatTheAreasHaveChanged() throws IOException {
        int west = idOf("Väst");
        String known = version();
        String renamed = "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"}}";
        HttpResponse<String> first = put(west, known, renamed.formatted("Etta"));
        HttpResponse<String> second = put(west, known, renamed.formatted("Tvåa"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("\"code\":\"areas-changed\"");
        assertThat(delete(west, known).statusCode()).isEqualTo(412);
        assertThat(namesOfAreas()).containsExactly("Etta");
        assertThat(put(west, tagOf(first), renamed.formatted("Tvåa")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoChangesOrRemovesHasToSayWhatIsKnown() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> change = send("PUT", "/api/areas/" + west, "{\"type\":\"Feature\"}");
        HttpResponse<String> removal = send("DELETE", "/api/areas/" + west, "");

        assertThat(List.of(change.statusCode(), removal.statusCode())).containsExactly(428, 428);
        assertThat(change.body()).contains("if-match-missing").contains("areasVersion");
    }

    @Test
    void anImportMeanwhileIsAChangeToo() throws IOException {
        String known = version();
        importTown();

        assertThat(put(idOf("Väst"), known, "{\"type\":\"Feature\",\"properties\":{\"name\":\"Vind\"}}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void thePublicChangesNothing() throws IOException {
        int west = idOf("Väst");
        String body = feature("\"name\":\"Öst\"", EAST);
        List<HttpRequest.Builder> requests = List.of(
                service.request("/api/areas").POST(HttpRequest.BodyPublishers.ofString(body)),
                service.request("/api/areas/" + west).PUT(HttpRequest.BodyPublishers.ofString(body)),
                service.request("/api/areas/" + west).DELETE());

        for (HttpRequest.Builder request : requests) {
            HttpResponse<String> answer = service.send(
                    request.header("Content-Type", "application/json").header("If-Match", "*"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("sign-in-required");
        }
        assertThat(storedNames()).containsExactly("Väst");
    }
}
