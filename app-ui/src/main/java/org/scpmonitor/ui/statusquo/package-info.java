@NullMarked
package org.scpmonitor.ui.statusquo;

import org.jspecify.annotations.NullMarked;
