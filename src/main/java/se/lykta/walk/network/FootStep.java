package se.lykta.walk.network;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * One instruction on a leg and the way that follows it until the next.
 *
 * @param text what to do, for example "Sväng vänster in på Storgatan"
 * @param metres length of the way that follows, whole
 * @param seconds time for it at the group's speed
 * @param position where to do it, on the leg's line
 */
public record FootStep(Name text, int metres, int seconds, LonLat position) {}
