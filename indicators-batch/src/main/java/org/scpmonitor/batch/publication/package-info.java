/** What happens by itself to what was published. */
@NullMarked
package org.scpmonitor.batch.publication;

import org.jspecify.annotations.NullMarked;
