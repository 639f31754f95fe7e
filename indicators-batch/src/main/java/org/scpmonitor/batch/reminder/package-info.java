/** Reminding reporters by mail of what is due, late or about to close. */
@NullMarked
package org.scpmonitor.batch.reminder;

import org.jspecify.annotations.NullMarked;
