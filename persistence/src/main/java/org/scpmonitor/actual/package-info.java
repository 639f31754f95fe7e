/** Aggregated figures of programmes and countries: all that dashboards read. */
@NullMarked
package org.scpmonitor.actual;

import org.jspecify.annotations.NullMarked;
