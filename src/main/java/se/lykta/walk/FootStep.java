package se.lykta.walk;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * One instruction on the way, and how far it holds.
 *
 * @param text what to do: "Sväng vänster in på Storgatan"
 * @param metres until the next instruction
 * @param seconds until the next instruction, at the group's speed
 * @param position where to do it
 */
public record FootStep(Name text, int metres, int seconds, LonLat position) {}
