package org.scpmonitor.ui.chart.offence;

import org.jooq.DSLContext;
import org.scpmonitor.submission.Findings;

/** A chart with a query in it. */
record ChartThatReads(DSLContext sql, Findings findings) {}
