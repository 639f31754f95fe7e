/** Reading rows for others: by page or as a stream, and as they were known at a moment. */
@NullMarked
package org.scpmonitor.listing;

import org.jspecify.annotations.NullMarked;
