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
 * @param errors every fault found, an extension member; absent when there is only the detail
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, List<Fault> errors) {

    static Problem of(int status, String code, String detail, List<Fault> errors) {
        return new Problem("/problems/" + code, code.replace('-', ' '), status, detail, code, errors);
    }
}
