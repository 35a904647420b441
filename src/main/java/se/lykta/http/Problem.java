package se.lykta.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem document (RFC 9457, {@code application/problem+json}).
 *
 * @param type URI reference of the problem's kind, {@code /problems/CODE}
 * @param title short, the same for every occurrence of the code
 * @param status HTTP status
 * @param detail this occurrence
 * @param code the stable code, an extension member
 * @param errors the faults found, at most {@link #MOST_ERRORS}, an extension member; absent when there is only the detail
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, List<Fault> errors) {

    /** Nobody mends more at once, and a small hostile request must not be answered with a large document. */
    static final int MOST_ERRORS = 50;

    private static final int MOST_FIELD = 100;
    private static final int MOST_MESSAGE = 1_000;

    static Problem of(int status, String code, String detail, List<Fault> errors) {
        List<Fault> told =
                errors.stream().limit(MOST_ERRORS).map(Problem::shortened).toList();
        String whole = errors.size() > MOST_ERRORS ? detail + ", the first " + MOST_ERRORS + " are told" : detail;
        String title = code.replace('-', ' ');
        return new Problem("/problems/" + code, title, status, shortened(whole, MOST_MESSAGE), code, told);
    }

    private static Fault shortened(Fault fault) {
        return new Fault(
                shortened(fault.field(), MOST_FIELD), shortened(fault.message(), MOST_MESSAGE), fault.position());
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
