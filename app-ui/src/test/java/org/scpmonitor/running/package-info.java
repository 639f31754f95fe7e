/** The whole monitor, running: a real server on a free port, a real database, real HTTP. */
@NullMarked
package org.scpmonitor.running;

import org.jspecify.annotations.NullMarked;
