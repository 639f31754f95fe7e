/** The monitor with its demonstration, seen and used in a real browser. */
@NullMarked
package org.scpmonitor.browser;

import org.jspecify.annotations.NullMarked;
