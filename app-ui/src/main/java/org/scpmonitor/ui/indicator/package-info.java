/** One indicator with its whole way, and the list of them all. */
@NullMarked
package org.scpmonitor.ui.indicator;

import org.jspecify.annotations.NullMarked;
