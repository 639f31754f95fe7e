package org.scpmonitor.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do with files through REST, and what became of it in the database. */
record Work(RunningMonitor monitor, TestDatabase database) {

    long send(String account, String institution, Form form) {
        HttpResponse<String> answer = monitor.as(account)
                .call(
                        "POST",
                        "/api/v1/submissions",
                        form.field("institution", institution).body(),
                        Form.HEADERS);
        return json(ok(answer)).get("id").longValue();
    }

    void step(String account, long id, String step) {
        ok(monitor.as(account).call("POST", "/api/v1/submissions/" + id + "/" + step, BodyPublishers.noBody()));
    }

    String state(long id) {
        return database.sql()
                .fetchSingle("select state from submission where id = ?", id)
                .get(0, String.class);
    }

    int count(String query) {
        return database.sql().fetchSingle(query).get(0, Integer.class);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static HttpResponse<String> ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** @throws IllegalStateException after ten minutes */
    static void await(BooleanSupplier reached) {
        await(10, reached);
    }

    /**
     * @param pause before it is asked again, in milliseconds
     * @throws IllegalStateException after ten minutes
     */
    static void await(int pause, BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It isn't done after ten minutes");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
