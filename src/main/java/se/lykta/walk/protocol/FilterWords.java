package se.lykta.walk.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import se.lykta.hotspot.words.Name;
import se.lykta.taxonomy.Taxonomy;

/** Says in words which reports a filter lets count. Immutable, safe for use by many threads. */
final class FilterWords {

    private static final Map<String, Name> MEMBERS = Map.of(
            "cause", new Name("orsak", "cause"),
            "cause_all", new Name("alla orsakerna", "all causes"),
            "from", new Name("från", "from"),
            "to", new Name("till", "to"),
            "source", new Name("källa", "source"),
            "report_light", new Name("ljus", "light"),
            "hours", new Name("timmar", "hours"),
            "weekday", new Name("veckodag", "weekday"),
            "severity", new Name("hur otryggt", "how unsafe"),
            "area", new Name("område", "area"));

    private final Taxonomy taxonomy;

    FilterWords(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The filter as a sentence's end, "orsak bristande belysning; från 2026-01-01." */
    String say(Map<String, String> filter, Language language) {
        if (filter.isEmpty()) {
            return language.say("alla i lägesbilden.", "all of the situation picture.");
        }
        return filter.entrySet().stream()
                .map(member -> name(member.getKey(), language) + " " + values(member.getValue(), language))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String name(String member, Language language) {
        return language.say(MEMBERS.getOrDefault(member, new Name(member, member)));
    }

    private String values(String values, Language language) {
        return Arrays.stream(values.split(",", -1))
                .map(value -> value(value.strip(), language))
                .collect(Collectors.joining(", "));
    }

    /** Codes of causes and groups are said in words; dates, hours and numbers speak for themselves. */
    private String value(String value, Language language) {
        return taxonomy.findCause(value)
                .map(cause -> language.say(cause.sv(), cause.en()))
                .or(() -> taxonomy.findGroup(value).map(group -> language.say(group.sv(), group.en())))
                .orElseGet(() -> switch (value) {
                    case "dark" -> language.say("mörkt", "dark");
                    case "light" -> language.say("ljust", "light");
                    default -> value;
                });
    }
}
