/** The jobs, each readable from top to bottom in a package of its own. */
@NullMarked
package org.scpmonitor.batch;

import org.jspecify.annotations.NullMarked;
