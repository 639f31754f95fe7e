/** Values that are typed at a screen, until they are sent and after. */
@NullMarked
package org.scpmonitor.draft;

import org.jspecify.annotations.NullMarked;
