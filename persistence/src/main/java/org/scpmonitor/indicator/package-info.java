/** The indicators: what is measured, how, and in which unit. */
@NullMarked
package org.scpmonitor.indicator;

import org.jspecify.annotations.NullMarked;
