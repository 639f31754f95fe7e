/** From a figure back to the cells it came from, and reading as of a past moment. */
@NullMarked
package org.scpmonitor.provenance;

import org.jspecify.annotations.NullMarked;
