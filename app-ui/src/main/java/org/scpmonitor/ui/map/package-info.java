/** The countries on a map, by status or by value, beside the same in a table. */
@NullMarked
package org.scpmonitor.ui.map;

import org.jspecify.annotations.NullMarked;
