/** My dashboard: the charts that somebody pinned, for the owner and for those who have a link. */
@NullMarked
package org.scpmonitor.ui.board;

import org.jspecify.annotations.NullMarked;
