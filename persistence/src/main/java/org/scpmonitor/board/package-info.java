/** The charts that an account pinned to its own board, and the links by which others may read it. */
@NullMarked
package org.scpmonitor.board;

import org.jspecify.annotations.NullMarked;
