/** The catalogue: indicators, programmes, factors, as they are defined and have been. */
@NullMarked
package org.scpmonitor.ui.catalogue;

import org.jspecify.annotations.NullMarked;
