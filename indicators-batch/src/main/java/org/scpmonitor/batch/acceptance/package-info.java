/** From staged values to observations. */
@NullMarked
package org.scpmonitor.batch.acceptance;

import org.jspecify.annotations.NullMarked;
