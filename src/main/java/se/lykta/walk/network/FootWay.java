package se.lykta.walk.network;

import se.lykta.hotspot.words.Name;

/**
 * A way as one speaks of it.
 *
 * @param name in the form that follows "in på" and "along"
 * @param isNamed whether it has a name or a number of its own
 * @param isSteps whether it is steps
 */
record FootWay(Name name, boolean isNamed, boolean isSteps) {}
