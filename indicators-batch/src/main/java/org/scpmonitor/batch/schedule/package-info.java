/** When each job runs, who runs it, and what ran. */
@NullMarked
package org.scpmonitor.batch.schedule;

import org.jspecify.annotations.NullMarked;
