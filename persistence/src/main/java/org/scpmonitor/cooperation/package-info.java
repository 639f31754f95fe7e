@NullMarked
package org.scpmonitor.cooperation;

import org.jspecify.annotations.NullMarked;
