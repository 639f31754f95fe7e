/** Who is to report what by when, for those who coordinate: assignments, the calendar, extensions. */
@NullMarked
package org.scpmonitor.ui.assignment;

import org.jspecify.annotations.NullMarked;
