/** Tests of the page: the real browser against canned answers of the HTTP contract, and against the real service. */
@NullMarked
package se.lykta.web;

import org.jspecify.annotations.NullMarked;
