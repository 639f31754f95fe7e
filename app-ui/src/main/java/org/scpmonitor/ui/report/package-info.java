/** Where institutions send their data, read what was found in it, and submit it. */
@NullMarked
package org.scpmonitor.ui.report;

import org.jspecify.annotations.NullMarked;
