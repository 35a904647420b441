package se.lykta.http;

/**
 * One thing that is wrong with a request.
 *
 * @param field what it concerns: parameter, JSON pointer without the first slash, or column
 * @param message lower case: what is wrong, the offending value, what is allowed; no personal data
 */
public record Fault(String field, String message) {}
