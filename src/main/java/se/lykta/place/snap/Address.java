package se.lykta.place.snap;

import se.lykta.geo.LonLat;

/**
 * Where somebody may live.
 *
 * @param key street and number: ten shops in one house are one address
 * @param position exact
 */
record Address(String key, LonLat position) {}
