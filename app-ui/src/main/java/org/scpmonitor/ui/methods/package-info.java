/** The methods behind the figures, explained with formulas, worked examples and sources. */
@NullMarked
package org.scpmonitor.ui.methods;

import org.jspecify.annotations.NullMarked;
