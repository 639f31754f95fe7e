/** Sustainable public procurement: which products come first, how far criteria are met, what that avoids. */
@NullMarked
package org.scpmonitor.procurement;

import org.jspecify.annotations.NullMarked;
