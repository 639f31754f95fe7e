/** Emission factors and the other numbers that make one quantity of another: dated, versioned, by country. */
@NullMarked
package org.scpmonitor.factor;

import org.jspecify.annotations.NullMarked;
