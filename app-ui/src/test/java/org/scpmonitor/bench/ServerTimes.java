package org.scpmonitor.bench;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.scpmonitor.running.RunningMonitor;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * How long the server took over each request that says which page it is for: from its arrival until its answer is written,
 * waiting for the session's lock and for the database included.
 */
final class ServerTimes extends ValveBase {

    static final String PAGE = "Bench-Page";

    private final List<Read> reads = Collections.synchronizedList(new ArrayList<>());

    private ServerTimes() {
        super(true);
    }

    record Read(String page, double milliseconds) {}

    /** Begins to measure. */
    static ServerTimes of(RunningMonitor monitor) {
        var times = new ServerTimes();
        var web = (ServletWebServerApplicationContext) monitor.context();
        var server = (TomcatWebServer) Objects.requireNonNull(web.getWebServer());
        server.getTomcat().getEngine().getPipeline().addValve(times);
        return times;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            getNext().invoke(request, response);
        } finally {
            String page = request.getHeader(PAGE);
            if (page != null && !page.isEmpty()) {
                reads.add(new Read(page, (System.nanoTime() - start) / 1e6));
            }
        }
    }

    /** What was measured since the last time this was asked. */
    List<Read> take() {
        synchronized (reads) {
            List<Read> taken = List.copyOf(reads);
            reads.clear();
            return taken;
        }
    }
}
