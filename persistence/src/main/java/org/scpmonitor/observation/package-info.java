/** Accepted values with their two times: the period they speak of, and when the system knew them. */
@NullMarked
package org.scpmonitor.observation;

import org.jspecify.annotations.NullMarked;
