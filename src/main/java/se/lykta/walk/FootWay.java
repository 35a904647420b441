package se.lykta.walk;

import se.lykta.hotspot.words.Name;

/**
 * A way as one speaks of it.
 *
 * @param name in the form that follows "in på" and "along"
 * @param isSteps whether it is steps
 */
record FootWay(Name name, boolean isSteps) {}
