/** Indicators of several countries side by side: what countries report as a whole, whether or not they have a programme. */
@NullMarked
package org.scpmonitor.comparison;

import org.jspecify.annotations.NullMarked;
