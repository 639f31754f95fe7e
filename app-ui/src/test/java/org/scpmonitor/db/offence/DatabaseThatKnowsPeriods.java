package org.scpmonitor.db.offence;

import org.scpmonitor.calendar.offence.PeriodWithAJob;

/** A database that knows what is kept in it. */
public record DatabaseThatKnowsPeriods(PeriodWithAJob period) {}
