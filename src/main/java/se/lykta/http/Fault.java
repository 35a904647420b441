package se.lykta.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import se.lykta.geo.LonLat;

/**
 * One thing that is wrong with a request.
 *
 * @param field what it concerns: parameter, JSON pointer without the first slash, or column
 * @param message lower case: what is wrong, the offending value, what is allowed; no personal data
 * @param position where on earth the fault is, longitude and latitude in degrees; empty for one that is nowhere
 */
public record Fault(
        String field,
        String message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> position) {

    /** A fault with its place, if it has one. */
    public Fault {
        position = List.copyOf(position);
    }

    /** A fault somewhere on earth, told to a centimetre. */
    public static Fault at(LonLat place, String field, String message) {
        return new Fault(field, message, List.of(rounded(place.lonDeg()), rounded(place.latDeg())));
    }

    /** A fault that is nowhere on the map. */
    public Fault(String field, String message) {
        this(field, message, List.of());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
