/** From observations to actuals, and from actuals to judged progress. */
@NullMarked
package org.scpmonitor.batch.aggregation;

import org.jspecify.annotations.NullMarked;
