/**
 * Measurements against peers, tagged {@code bench} and not part of a normal build:
 * {@code mvn test -Dsurefire.excludedGroups= -Dsurefire.groups=bench -Dtest=ImportBench}. Each prints lines that begin
 * with {@code figure}.
 */
@NullMarked
package se.lykta.bench;

import org.jspecify.annotations.NullMarked;
