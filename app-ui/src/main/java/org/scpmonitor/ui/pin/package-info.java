/** Pinning a chart to one's own board, wherever a chart stands. */
@NullMarked
package org.scpmonitor.ui.pin;

import org.jspecify.annotations.NullMarked;
