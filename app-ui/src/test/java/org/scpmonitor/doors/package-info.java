/** Who gets in where: every role at every door. */
@NullMarked
package org.scpmonitor.doors;

import org.jspecify.annotations.NullMarked;
