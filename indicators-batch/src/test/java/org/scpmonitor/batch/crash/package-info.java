/** Processes and databases that die in the middle of their work. */
@NullMarked
package org.scpmonitor.batch.crash;

import org.jspecify.annotations.NullMarked;
