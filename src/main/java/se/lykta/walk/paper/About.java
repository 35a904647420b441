package se.lykta.walk.paper;

import java.time.ZonedDateTime;

/**
 * What a document says of itself.
 *
 * @param title its name, shown by readers
 * @param subject what it is about
 * @param language an IETF tag such as {@code sv}
 * @param created when its content was made
 * @param pageWord what stands before the number of a page
 */
public record About(String title, String subject, String language, ZonedDateTime created, String pageWord) {}
