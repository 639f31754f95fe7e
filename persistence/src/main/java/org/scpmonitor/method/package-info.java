/** What the methods' explanations are computed with. */
@NullMarked
package org.scpmonitor.method;

import org.jspecify.annotations.NullMarked;
