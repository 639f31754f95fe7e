/** Any indicators of any countries side by side, as they are, as an index, or per inhabitant. */
@NullMarked
package org.scpmonitor.ui.compare;

import org.jspecify.annotations.NullMarked;
