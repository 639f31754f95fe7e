/** The institutions that report. */
@NullMarked
package org.scpmonitor.institution;

import org.jspecify.annotations.NullMarked;
