/** Stories of people at their screens: each with a session of their own, on the whole application without a browser. */
@NullMarked
package org.scpmonitor.ui.flow;

import org.jspecify.annotations.NullMarked;
