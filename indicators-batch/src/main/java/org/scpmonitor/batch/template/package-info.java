/** The workbook that goes out to be filled in, and the one that comes back with what was found. */
@NullMarked
package org.scpmonitor.batch.template;

import org.jspecify.annotations.NullMarked;
