package org.scpmonitor.running;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Counts the SQL statements of a running monitor. */
public final class Statements implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Thread, Integer> byThread = new ConcurrentHashMap<>();

    private Statements() {}

    /** Begins to count what is executed through it from now on. */
    public static Statements of(DSLContext sql) {
        var statements = new Statements();
        sql.configuration().set(new DefaultExecuteListenerProvider(statements));
        return statements;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        count.incrementAndGet();
        byThread.merge(Thread.currentThread(), 1, Integer::sum);
    }

    /** How many some work takes, on whichever threads. */
    public int during(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    /** How many some work takes on this thread, whatever others ask in the background. */
    public int duringHere(Runnable work) {
        int before = here();
        work.run();
        return here() - before;
    }

    private int here() {
        return byThread.getOrDefault(Thread.currentThread(), 0);
    }
}
