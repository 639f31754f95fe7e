/** What was published, and what was corrected since. */
@NullMarked
package org.scpmonitor.ui.publication;

import org.jspecify.annotations.NullMarked;
