/** What several screens show of a submission: its state, findings, history and file, live while work goes on. */
@NullMarked
package org.scpmonitor.ui.submission;

import org.jspecify.annotations.NullMarked;
