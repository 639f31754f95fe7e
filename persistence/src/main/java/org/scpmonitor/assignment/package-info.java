/** Who reports what, how often, and what of it is due. */
@NullMarked
package org.scpmonitor.assignment;

import org.jspecify.annotations.NullMarked;
