package org.scpmonitor.calendar.offence;

import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.db.offence.DatabaseThatKnowsPeriods;

/** A period that is sent, and that knows who keeps it. */
public record PeriodWithAJob(Intake intake, @Nullable DatabaseThatKnowsPeriods keeper) {}
