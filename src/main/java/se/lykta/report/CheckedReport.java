package se.lykta.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * A draft without faults.
 *
 * @param position where, inside the municipality
 * @param causes codes that exist, each once, main one first
 * @param time when, if it is known
 * @param recurring happens again and again
 * @param source who it comes from
 * @param placeKind what kind of place, if told
 * @param severity how unsafe it felt, if told
 * @param text what was written, if anything
 * @param contact how to reach the reporter, if wanted
 * @param reporter reference of the reporter, if known
 */
record CheckedReport(
        LonLat position,
        List<String> causes,
        @Nullable EventTime time,
        boolean recurring,
        Source source,
        Optional<PlaceKind> placeKind,
        Severity severity,
        Optional<String> text,
        Optional<Contact> contact,
        Optional<String> reporter) {}
