/** The thin layer over Javalin: problems, strict parameters, entity tags, rate limit. */
@NullMarked
package se.lykta.http;

import org.jspecify.annotations.NullMarked;
