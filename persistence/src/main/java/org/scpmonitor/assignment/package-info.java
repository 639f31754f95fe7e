/** Who is to report what, by when: assignments, the calendar with its extensions, and what is due. */
@NullMarked
package org.scpmonitor.assignment;

import org.jspecify.annotations.NullMarked;
