@NullMarked
package org.scpmonitor.statusquo;

import org.jspecify.annotations.NullMarked;
