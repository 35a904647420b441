/** Settings, wiring in package order, health, pages, API description. */
@NullMarked
package se.lykta.app;

import org.jspecify.annotations.NullMarked;
