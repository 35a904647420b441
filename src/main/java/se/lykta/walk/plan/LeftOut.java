package se.lykta.walk.plan;

import se.lykta.hotspot.words.Name;

/**
 * A candidate that the walk does not visit.
 *
 * @param hotspot id of the candidate
 * @param name of the place and its problem
 * @param reason short and the same in every language where it can be: "+12 min", "107 m"
 * @param explanation the reason as a phrase
 */
public record LeftOut(String hotspot, Name name, String reason, Name explanation) {}
