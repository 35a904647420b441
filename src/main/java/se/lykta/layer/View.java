package se.lykta.layer;

import se.lykta.account.Audience;
import se.lykta.index.Filter;

/**
 * What somebody wants to see of a layer.
 *
 * @param audience for whom; decides which snapshot is read
 * @param filter which reports
 */
public record View(Audience audience, Filter filter) {}
