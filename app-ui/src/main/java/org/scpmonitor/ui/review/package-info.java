/** Where submissions are compared with what is known, and approved or sent back. */
@NullMarked
package org.scpmonitor.ui.review;

import org.jspecify.annotations.NullMarked;
