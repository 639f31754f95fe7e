/** One national programme with all its indicators. */
@NullMarked
package org.scpmonitor.ui.programme;

import org.jspecify.annotations.NullMarked;
