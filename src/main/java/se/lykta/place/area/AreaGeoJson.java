package se.lykta.place.area;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.place.Area;

/** Areas as GeoJSON features, the same wherever they are told. Holds no state. */
public final class AreaGeoJson {

    private AreaGeoJson() {}

    /** Writes the members of a feature into an object that has begun; others may follow. */
    public static void writeMembers(JsonGenerator json, Area area) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", area.id());
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", area.name());
        if (area.population().isPresent()) {
            json.writeNumberField("population", area.population().getAsInt());
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        GeoJsonGeometry.write(json, area.geometry());
    }
}
