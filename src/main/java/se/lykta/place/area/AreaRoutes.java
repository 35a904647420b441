package se.lykta.place.area;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.IfMatch;
import se.lykta.http.JsonAnswer;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.place.Area;

/**
 * Areas drawn on the map, for staff: add, change, remove. They are read as part of {@code /api/municipality}, whose member
 * {@code areasVersion} is the entity tag of them all.
 */
public final class AreaRoutes implements Routes {

    private static final int MOST_BYTES = 1 << 20;
    private static final String GEOJSON = "application/geo+json";
    private static final String STATE = "the areasVersion of /api/municipality in quotes";

    private final JsonAnswer answer;
    private final AreaEditor editor;
    private final Audiences audiences;
    private final Runnable changed;

    /**
     * The routes.
     *
     * @param changed called after each change, so that the next request finds it
     */
    public AreaRoutes(JsonAnswer answer, Jdbi jdbi, Audiences audiences, Runnable changed) {
        this.answer = answer;
        this.editor = new AreaEditor(jdbi);
        this.audiences = audiences;
        this.changed = changed;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/areas", this::add);
        routes.put("/api/areas/{id}", this::change);
        routes.delete("/api/areas/{id}", this::remove);
    }

    private void add(Context context) {
        requireStaff(context);
        AreaDraft draft = AreaDraft.ofNew(JsonBody.of(context, MOST_BYTES, AreaDraft.MEMBERS));
        AreaEdit made = editor.add(IfMatch.find(context), draft);
        context.status(201).header("Location", "/api/areas/" + made.area().id());
        tell(context, made);
    }

    private void change(Context context) {
        requireStaff(context);
        int id = id(context);
        IfMatch known = IfMatch.required(context, STATE);
        AreaDraft draft = AreaDraft.ofChange(JsonBody.of(context, MOST_BYTES, AreaDraft.MEMBERS), id);
        tell(context, editor.change(id, known, draft));
    }

    private void remove(Context context) {
        requireStaff(context);
        AreaEdit made = editor.remove(id(context), IfMatch.required(context, STATE));
        finish(context, made);
        context.status(204);
    }

    private void requireStaff(Context context) {
        QueryParameters.of(context).check();
        audiences.of(context).require(Audience.STAFF);
    }

    private static int id(Context context) {
        String id = context.pathParam("id");
        if (!id.matches("[1-9][0-9]{0,8}")) {
            throw ApiException.notFound("unknown-area", "the number of an area is a whole number");
        }
        return Integer.parseInt(id);
    }

    private void finish(Context context, AreaEdit made) {
        changed.run();
        context.header("ETag", '"' + Long.toString(made.version()) + '"').header("Cache-Control", "no-store");
    }

    private void tell(Context context, AreaEdit made) {
        finish(context, made);
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = answer.mapper().createGenerator(bytes)) {
            json.writeStartObject();
            AreaGeoJson.writeMembers(json, made.area());
            writeNotices(json, made.notices());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(GEOJSON).result(bytes.toByteArray());
    }

    private static void writeNotices(JsonGenerator json, List<AreaNotice> notices) throws IOException {
        json.writeArrayFieldStart("notices");
        for (AreaNotice notice : notices) {
            json.writeStartObject();
            json.writeStringField("code", notice.code());
            json.writeStringField("message", notice.message());
            if (notice.share() > 0) {
                json.writeNumberField("share", Math.round(notice.share() * 1e4) / 1e4);
            }
            if (notice.other().isPresent()) {
                Area other = notice.other().get();
                json.writeNumberField("area", other.id());
                json.writeStringField("name", other.name());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
