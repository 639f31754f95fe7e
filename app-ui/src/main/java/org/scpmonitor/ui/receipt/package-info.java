/** The receipt of a submission as a document, for the screen, the printer and REST. */
@NullMarked
package org.scpmonitor.ui.receipt;

import org.jspecify.annotations.NullMarked;
