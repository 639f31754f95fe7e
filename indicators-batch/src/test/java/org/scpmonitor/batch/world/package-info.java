/** The monitor without its user interface, for tests: files in, figures out. */
@NullMarked
package org.scpmonitor.batch.world;

import org.jspecify.annotations.NullMarked;
