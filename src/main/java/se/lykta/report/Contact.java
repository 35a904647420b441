package se.lykta.report;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a reporter who wants an answer; kept apart from the report and never shown in a log.
 *
 * @param name as given
 * @param email e-mail address
 * @param phone phone number
 */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    @Override
    public String toString() {
        return "Contact[redacted]";
    }
}
