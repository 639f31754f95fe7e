/** The command line's way in: sends files to a running monitor. */
@NullMarked
package org.scpmonitor.load;

import org.jspecify.annotations.NullMarked;
