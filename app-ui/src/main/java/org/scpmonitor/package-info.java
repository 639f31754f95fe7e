/** The executable itself. */
@NullMarked
package org.scpmonitor;

import org.jspecify.annotations.NullMarked;
