package se.lykta.report;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.http.Fault;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * Looks at every member of one draft and collects all that is wrong. Used by one thread.
 *
 * <p>Messages repeat codes and times, but never text or contact: those are personal data.
 */
final class DraftCheck {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,28}");
    private static final int MOST_EMAIL = 254;
    private static final int MOST_NAME = 200;
    private static final int MOST_REFERENCE = 200;
    private static final int SHOWN = 40;

    private final ReportRules rules;
    private final ZoneId zone;
    private final Outline outline;
    private final List<Fault> faults;

    DraftCheck(ReportRules rules, ZoneId zone, Outline outline, List<Fault> faults) {
        this.rules = rules;
        this.zone = zone;
        this.outline = outline;
        this.faults = new ArrayList<>(faults);
    }

    /** The checked report, or nothing if there are {@link #faults()}. */
    Optional<CheckedReport> check(ReportDraft draft) {
        LonLat position = position(draft.position());
        List<String> causes = causes(draft.causes());
        EventTime time = time(draft.occurredAt(), draft.recurring());
        Source source = code("source", draft.source(), Source::find).orElse(Source.RESIDENT);
        Optional<PlaceKind> placeKind = code("placeKind", draft.placeKind(), PlaceKind::find);
        Severity severity = severity(draft.severity());
        Optional<String> text = text("text", draft.text());
        Optional<Contact> contact = contact(draft.contact());
        Optional<String> reporter = text("reporter", draft.reporter());
        if (reporter.filter(reference -> reference.length() > MOST_REFERENCE).isPresent()) {
            fault("reporter", "is longer than %d characters".formatted(MOST_REFERENCE));
        }
        return position == null || !faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckedReport(
                        position,
                        causes,
                        time,
                        draft.recurring(),
                        source,
                        placeKind,
                        severity,
                        text,
                        contact,
                        reporter));
    }

    /** All that is wrong, in the order found. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private @Nullable LonLat position(@Nullable LonLat position) {
        if (position == null) {
            missing("position", "is missing, expected [longitude, latitude]");
        } else if (!outline.contains(position.lonDeg(), position.latDeg())) {
            fault("position", "is outside the municipality");
        }
        return position;
    }

    private List<String> causes(List<String> given) {
        List<String> causes = given.stream().distinct().toList();
        if (causes.isEmpty()) {
            missing("causes", "are missing, at least one is needed");
        } else if (causes.size() > ReportRules.MOST_CAUSES) {
            fault("causes", "%d are given, allowed are %d".formatted(causes.size(), ReportRules.MOST_CAUSES));
        }
        for (String code : causes) {
            if (!rules.isReportable(code)) {
                fault("causes", "'%s' is no cause, allowed are %s".formatted(shown(code), rules.reportableCauses()));
            }
        }
        return causes;
    }

    private @Nullable EventTime time(@Nullable String given, boolean recurring) {
        if (given == null) {
            if (!recurring) {
                missing("occurredAt", "is missing; leave it out only with recurring: true");
            }
            return null;
        }
        try {
            EventTime time = EventTime.parse(given, zone);
            rules.timeFault(time.start())
                    .ifPresent(what -> fault("occurredAt", "'%s' %s".formatted(shown(given), what)));
            return time;
        } catch (DateTimeException e) {
            fault(
                    "occurredAt",
                    "'%s' is no time, expected such as 2025-10-03T21:30+02:00, 2025-10-03T21:30, 2025-10-03 or 2025-10"
                            .formatted(shown(given)));
            return null;
        }
    }

    private <T> Optional<T> code(String field, @Nullable String given, Function<String, Optional<T>> find) {
        Optional<T> value = given == null ? Optional.empty() : find.apply(given);
        if (given != null && value.isEmpty()) {
            fault(field, "'%s' is not in the list, see /api/taxonomy".formatted(shown(given)));
        }
        return value;
    }

    private Severity severity(int given) {
        if (given == 0) {
            return Severity.UNKNOWN;
        }
        Optional<Severity> severity = Severity.find(given);
        if (severity.isEmpty()) {
            fault("severity", "%d is not in the list, see /api/taxonomy".formatted(given));
        }
        return severity.orElse(Severity.UNKNOWN);
    }

    private Optional<String> text(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        String text = given.strip();
        ReportRules.textFault(text).ifPresent(what -> fault(field, what));
        return Optional.of(text);
    }

    private Optional<Contact> contact(@Nullable Contact given) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<String> name = text("contact/name", given.name());
        Optional<String> email = text("contact/email", given.email());
        Optional<String> phone = text("contact/phone", given.phone());
        if (name.filter(text -> text.length() > MOST_NAME).isPresent()) {
            fault("contact/name", "is longer than %d characters".formatted(MOST_NAME));
        }
        if (email.filter(text ->
                        text.length() > MOST_EMAIL || !EMAIL.matcher(text).matches())
                .isPresent()) {
            fault("contact/email", "is no e-mail address");
        }
        if (phone.filter(text -> !PHONE.matcher(text).matches()).isPresent()) {
            fault("contact/phone", "is no phone number");
        }
        if (email.isEmpty() && phone.isEmpty()) {
            fault("contact", "needs an e-mail address or a phone number; leave it out to stay anonymous");
        }
        return Optional.of(new Contact(name.orElse(null), email.orElse(null), phone.orElse(null)));
    }

    /** A value that could not even be read is a fault already, and not missing besides. */
    private void missing(String field, String message) {
        if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            fault(field, message);
        }
    }

    private void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
