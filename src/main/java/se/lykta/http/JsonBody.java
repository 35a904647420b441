package se.lykta.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;

/**
 * The JSON object in the body of a request, read strictly: an unknown, repeated or mistyped member is a fault.
 *
 * <p>The counterpart of {@link QueryParameters}: faults are collected, so read every member, then call {@link #check}.
 * Used by one thread.
 */
public final class JsonBody {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Browsers send neither from a foreign page without asking first. */
    private static final Set<String> TYPES = Set.of("application/json", "application/geo+json");

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    private JsonBody(JsonNode object, String path, List<Fault> faults, String... allowed) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        List<String> known = Arrays.asList(allowed);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String list = known.stream().sorted().collect(Collectors.joining(", "));
                fault(name, "unknown member, allowed are: " + list);
            }
        });
    }

    /**
     * The body of a request.
     *
     * @param mostBytes larger bodies are refused unread
     * @param allowed the members that the object may have
     * @throws ApiException {@code unsupported-media-type}, {@code body-too-large}, {@code incomplete-body} or
     *     {@code invalid-json}
     */
    public static JsonBody of(Context context, int mostBytes, String... allowed) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("none")
                .split(";", 2)[0]
                .strip();
        if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            String detail = "the body has to be application/json, not " + type;
            throw new ApiException(
                    ApiException.Kind.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", detail, List.of());
        }
        return parse(BodyBytes.read(context, mostBytes), allowed);
    }

    /** The same for bytes that are at hand. */
    public static JsonBody parse(byte[] body, String... allowed) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String where =
                    place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
            throw ApiException.invalid("invalid-json", List.of(new Fault("", "the body is no valid JSON" + where)));
        } catch (IOException e) { // bytes that are no text in any of JSON's encodings
            throw ApiException.invalid("invalid-json", List.of(new Fault("", "the body is no text in UTF-8")));
        }
        if (!node.isObject()) {
            throw ApiException.invalid("invalid-json", List.of(new Fault("", "the body has to be a JSON object")));
        }
        return new JsonBody(node, "", new ArrayList<>(), allowed);
    }

    /** A text member, stripped; absent if missing, null or blank. */
    public Optional<String> text(String name) {
        return typed(name, JsonNode::isTextual, "a text")
                .map(node -> node.textValue().strip())
                .filter(s -> !s.isEmpty());
    }

    /** A true-or-false member. */
    public boolean flag(String name, boolean otherwise) {
        return typed(name, JsonNode::isBoolean, "true or false")
                .map(JsonNode::booleanValue)
                .orElse(otherwise);
    }

    /** A number within limits, both included. */
    public double number(String name, double otherwise, double least, double most) {
        String expected = "a number %s..%s".formatted(least, most);
        return typed(
                        name,
                        node -> node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most,
                        expected)
                .map(JsonNode::doubleValue)
                .orElse(otherwise);
    }

    /** A whole number within limits, both included. */
    public int integer(String name, int otherwise, int least, int most) {
        String expected = "a whole number %d..%d".formatted(least, most);
        return typed(name, node -> node.isInt() && node.intValue() >= least && node.intValue() <= most, expected)
                .map(JsonNode::intValue)
                .orElse(otherwise);
    }

    /** A list of texts; empty if missing or null. */
    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        typed(name, JsonNode::isArray, "a list of texts")
                .ifPresent(array -> array.forEach(node -> {
                    if (node.isTextual()) {
                        values.add(node.textValue().strip());
                    } else {
                        fault(name, "%s is not a text".formatted(shown(node)));
                    }
                }));
        return values;
    }

    /** A position, {@code [longitude, latitude]} in degrees. */
    public Optional<LonLat> position(String name) {
        String expected = "a position [longitude, latitude] in degrees, -180..180 and -90..90";
        return typed(name, JsonBody::isPosition, expected)
                .map(node -> new LonLat(node.get(0).doubleValue(), node.get(1).doubleValue()));
    }

    /** An object member, whose faults are collected here. */
    public Optional<JsonBody> object(String name, String... allowed) {
        return typed(name, JsonNode::isObject, "an object")
                .map(node -> new JsonBody(node, path + name + "/", faults, allowed));
    }

    /** A member of any type, read by a parser that throws {@link IllegalArgumentException} for what it does not take. */
    public <T> Optional<T> read(String name, Function<JsonNode, T> parser) {
        try {
            return typed(name, node -> true, "").map(parser);
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Says whether a member was given, whatever it is, and not as null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Says whether a member was given as null. */
    public boolean isNull(String name) {
        return object.path(name).isNull();
    }

    /** Notes one more fault. */
    public void fault(String name, String message) {
        fault(new Fault(name, message));
    }

    /** Notes one more fault, with its place on earth if it has one; its field is a member of this object. */
    public void fault(Fault fault) {
        faults.add(new Fault(path + fault.field(), fault.message(), fault.position()));
    }

    /** The faults so far, in the order found. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * Ends the reading.
     *
     * @throws ApiException with the given code, if there was any fault
     */
    public void check(String code) {
        if (!faults.isEmpty()) {
            throw ApiException.invalid(code, faults);
        }
    }

    private Optional<JsonNode> typed(String name, Predicate<JsonNode> allowed, String expected) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!allowed.test(node)) {
            fault(name, "%s is not %s".formatted(shown(node), expected));
            return Optional.empty();
        }
        return Optional.of(node);
    }

    /** A value or a list of numbers as it was given, but short; of other lists and of objects only what they are. */
    private static String shown(JsonNode node) {
        boolean asGiven = node.isValueNode() || isNumbers(node);
        String given = asGiven ? node.toString() : node.getNodeType().name().toLowerCase(Locale.ROOT);
        return given.length() > 60 ? given.substring(0, 60) + "…" : given;
    }

    private static boolean isNumbers(JsonNode node) {
        boolean numbers = node.isArray();
        for (JsonNode one : node) {
            numbers = numbers && one.isNumber();
        }
        return numbers;
    }

    private static boolean isPosition(JsonNode node) {
        return node.isArray()
                && node.size() == 2
                && node.path(0).isNumber()
                && node.path(1).isNumber()
                && Math.abs(node.get(0).doubleValue()) <= 180
                && Math.abs(node.get(1).doubleValue()) <= 90;
    }
}
