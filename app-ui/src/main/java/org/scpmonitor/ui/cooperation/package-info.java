@NullMarked
package org.scpmonitor.ui.cooperation;

import org.jspecify.annotations.NullMarked;
