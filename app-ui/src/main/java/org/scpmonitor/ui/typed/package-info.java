/** Values typed at the screen, instead of a file. */
@NullMarked
package org.scpmonitor.ui.typed;

import org.jspecify.annotations.NullMarked;
