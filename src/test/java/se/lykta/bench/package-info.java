/**
 * Measurements against peers, run by {@code ./lykta bench NAME} and never part of a normal build.
 *
 * <p>{@link se.lykta.bench.Bench} knows the names. Each run prints tables, and at the end lines {@code figure NAME VALUE}.
 * What is measured, and how to read it: {@code src/docs/benchmarks.md}.
 */
@NullMarked
package se.lykta.bench;

import org.jspecify.annotations.NullMarked;
