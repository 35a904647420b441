package se.lykta.walk.findings;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * A stop as participants were shown it.
 *
 * @param hotspot id of the hotspot
 * @param name of the place and its problem
 * @param place where the hotspot is
 */
record ShownStop(String hotspot, Name name, LonLat place) {}
