/** What was published, what was corrected since, and whether all of it can be made again. */
@NullMarked
package org.scpmonitor.publication;

import org.jspecify.annotations.NullMarked;
