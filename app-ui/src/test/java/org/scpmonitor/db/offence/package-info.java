/** What must not be, for the architecture's tests to notice. */
@NullMarked
package org.scpmonitor.db.offence;

import org.jspecify.annotations.NullMarked;
