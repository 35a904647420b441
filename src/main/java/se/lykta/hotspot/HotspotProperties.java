package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.lykta.hotspot.facts.Course;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.words.Name;
import se.lykta.taxonomy.Source;

/**
 * A hotspot as flat, named values: what the list, the tiles and the exports say of it, in the same words and order.
 *
 * <p>Values are texts, numbers, lists of either, or null where a number would mean nothing.
 */
public final class HotspotProperties {

    private static final double SHARE_DECIMALS = 1000;
    private static final double DEGREE_DECIMALS = 1e7;

    private HotspotProperties() {}

    /**
     * The values of one hotspot.
     *
     * @param zone whose day the newest report's day is
     */
    public static Map<String, @Nullable Object> of(Hotspot hotspot, ZoneId zone) {
        Facts facts = hotspot.facts();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("rank", hotspot.rank());
        values.put("name_sv", hotspot.name().sv());
        values.put("name_en", hotspot.name().en());
        Name explanation = hotspot.confidence()
                .map(Confidence::sentences)
                .map(hotspot.explanation()::and)
                .orElse(hotspot.explanation());
        values.put("explanation_sv", explanation.sv());
        values.put("explanation_en", explanation.en());
        values.put("group", hotspot.standing().group().orElse(null));
        values.put("weight", rounded(hotspot.standing().weight()));
        values.put("reports", facts.reports());
        values.put("reporters", facts.reporters());
        values.put("sources", facts.sources().stream().map(Source::code).toList());
        values.put("main_cause", facts.mainCause());
        values.put("causes", List.copyOf(facts.causeCounts().keySet()));
        values.put("cause_counts", List.copyOf(facts.causeCounts().values()));
        values.put("dark_share", rounded(facts.darkShare()));
        values.putAll(course(hotspot));
        values.put("found", hotspot.confidence().map(Confidence::found).orElse(null));
        values.put("recounts", hotspot.confidence().map(Confidence::recounts).orElse(null));
        values.put("p", hotspot.confidence().map(Confidence::p).orElse(null));
        values.put("newest", Window.dayOf(facts.newestMinute(), zone).toString());
        values.put("lon", Math.round(hotspot.centre().lonDeg() * DEGREE_DECIMALS) / DEGREE_DECIMALS);
        values.put("lat", Math.round(hotspot.centre().latDeg() * DEGREE_DECIMALS) / DEGREE_DECIMALS);
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, @Nullable Object> course(Hotspot hotspot) {
        Course course = hotspot.facts().course();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("recent", course.recent());
        values.put("before", course.years().size() < 2 ? null : course.before());
        values.put(
                "change", course.change().map(ratio -> rounded(ratio.ratio())).orElse(null));
        values.put(
                "change_low", course.change().map(ratio -> finite(ratio.low())).orElse(null));
        values.put(
                "change_high",
                course.change().map(ratio -> finite(ratio.high())).orElse(null));
        values.put("direction", course.direction().map(HotspotProperties::code).orElse(null));
        values.put("class", hotspot.emergence().map(HotspotProperties::code).orElse(null));
        values.put("years", course.years());
        values.put("season", course.season());
        values.put("season_before", course.years().size() < 2 ? null : course.seasonBefore());
        return values;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** JSON knows no infinite numbers: an interval without an upper end has none. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? rounded(OptionalDouble.of(value)) : null;
    }

    private static @Nullable Double rounded(OptionalDouble value) {
        return value.isEmpty() ? null : Math.round(value.getAsDouble() * SHARE_DECIMALS) / SHARE_DECIMALS;
    }
}
