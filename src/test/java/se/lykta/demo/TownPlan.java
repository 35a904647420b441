package se.lykta.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code ljusbro.plan}, the town as drawn by hand; its format stands at the head of the file. */
final class TownPlan {

    private final Map<String, Map<String, String>> presets = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    private TownPlan() {}

    static List<Shape> read() {
        var plan = new TownPlan();
        try (InputStream in = Objects.requireNonNull(TownPlan.class.getResourceAsStream("ljusbro.plan"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(plan::readLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(plan.shapes);
    }

    private void readLine(String line) {
        List<String> parts =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (parts.get(0).equals("preset")) {
            presets.put(parts.get(1), tags(parts.get(2)));
            return;
        }
        Map<String, String> tags = tags(parts.get(1));
        String frontage = Objects.requireNonNullElse(tags.remove("frontage"), "");
        boolean smooth = parts.get(0).startsWith("~");
        String form = smooth ? parts.get(0).substring(1) : parts.get(0);
        List<Spot> spots = spots(parts.get(2));
        shapes.add(
                switch (form) {
                    case "point" -> new Shape(Shape.Form.POINT, tags, frontage, spots);
                    case "box" -> new Shape(Shape.Form.AREA, tags, frontage, box(parts.get(2)));
                    case "area" -> new Shape(Shape.Form.AREA, tags, frontage, Curve.ring(spots, smooth));
                    default -> new Shape(Shape.Form.LINE, tags, frontage, smooth ? Curve.through(spots) : spots);
                });
    }

    private Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String word : text.split(";", -1)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                tags.putAll(Objects.requireNonNull(presets.get(word), "no preset is called " + word));
            } else {
                tags.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return tags;
    }

    private static List<Spot> spots(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(pair -> pair.contains(","))
                .map(pair -> new Spot(number(pair, 0), number(pair, 1)))
                .toList();
    }

    private static List<Spot> box(String text) {
        String[] words = text.split("\\s+", -1);
        return Curve.box(
                new Spot(number(words[0], 0), number(words[0], 1)),
                number(words[1], 0) / 2,
                number(words[1], 1) / 2,
                Double.parseDouble(words[2]));
    }

    private static double number(String pair, int index) {
        return Double.parseDouble(pair.split(",", -1)[index]);
    }
}
