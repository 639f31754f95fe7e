/** Sustainable procurement: priority products, criteria, what they avoid; agreements with the private sector. */
@NullMarked
package org.scpmonitor.ui.procurement;

import org.jspecify.annotations.NullMarked;
