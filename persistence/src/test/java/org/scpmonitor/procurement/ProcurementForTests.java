package org.scpmonitor.procurement;

import org.jooq.DSLContext;

/** Procurement's figures over a test's database. */
public final class ProcurementForTests {
    private ProcurementForTests() {}

    public static SignatoryFigures signatories(DSLContext sql) {
        return new SignatoryFigures(sql);
    }
}
