package org.scpmonitor.statusquo;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.register.ShelfOf;

/** The status quo for tests of other packages. */
public final class DemoStatusQuo {
    private DemoStatusQuo() {}

    public static StatusQuo read(DSLContext sql, @Nullable String instrument) {
        return new StatusQuoQueries(ShelfOf.entries(sql)).read(instrument, AsOf.NOW);
    }
}
