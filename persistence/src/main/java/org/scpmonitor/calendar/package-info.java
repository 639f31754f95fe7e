/** The calendar of reporting: periods as half-open ranges of dates. No time zone takes part. */
@NullMarked
package org.scpmonitor.calendar;

import org.jspecify.annotations.NullMarked;
