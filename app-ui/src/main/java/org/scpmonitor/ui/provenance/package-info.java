/** Where a figure comes from, down to the cell. */
@NullMarked
package org.scpmonitor.ui.provenance;

import org.jspecify.annotations.NullMarked;
