/**
 * Ljusbro, the fictional demo municipality: a seeded program that draws the town and writes its reports.
 *
 * <p>Everything in {@code data/demo} comes from here and from {@code ljusbro.plan}; a test proves it byte for byte.
 * Pure functions: no clock, no network, randomness only from {@link se.lykta.demo.Dice}.
 */
@NullMarked
package se.lykta.demo;

import org.jspecify.annotations.NullMarked;
