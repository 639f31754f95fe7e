/** What institutions say of their figures, in words. */
@NullMarked
package org.scpmonitor.narrative;

import org.jspecify.annotations.NullMarked;
