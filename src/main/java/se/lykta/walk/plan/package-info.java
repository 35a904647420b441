/** Planning: which places a walk visits, when, along which ways, and why not the others. */
@NullMarked
package se.lykta.walk.plan;

import org.jspecify.annotations.NullMarked;
