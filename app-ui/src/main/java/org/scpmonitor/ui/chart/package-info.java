/** The chart add-on: Chart.js as a component, and the trajectory towards a target drawn with it. Records in, events out. */
@NullMarked
package org.scpmonitor.ui.chart;

import org.jspecify.annotations.NullMarked;
