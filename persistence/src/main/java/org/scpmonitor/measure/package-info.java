/** Quantities and their units by the UCUM standard, in exact decimals. */
@NullMarked
package org.scpmonitor.measure;

import org.jspecify.annotations.NullMarked;
