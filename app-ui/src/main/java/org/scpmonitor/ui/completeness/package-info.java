/** How much of what was to be reported has come, and how much of it in time. */
@NullMarked
package org.scpmonitor.ui.completeness;

import org.jspecify.annotations.NullMarked;
