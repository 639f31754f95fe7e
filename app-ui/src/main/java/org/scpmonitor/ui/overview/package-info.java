/** The four programmes at a glance. */
@NullMarked
package org.scpmonitor.ui.overview;

import org.jspecify.annotations.NullMarked;
