/** A file that an institution sent: its bytes, its way to approval, what checks found in it, and its values until accepted. */
@NullMarked
package org.scpmonitor.submission;

import org.jspecify.annotations.NullMarked;
