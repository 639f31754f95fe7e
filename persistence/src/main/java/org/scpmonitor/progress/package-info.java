/** Progress towards a target: the path, the methods that judge it, and the projection. */
@NullMarked
package org.scpmonitor.progress;

import org.jspecify.annotations.NullMarked;
