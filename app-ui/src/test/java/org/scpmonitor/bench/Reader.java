package org.scpmonitor.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.running.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody signed in who goes from page to page in one window, as far as the server sees it: what Vaadin's client would
 * send to open a page, the connection by which changes are pushed, and nothing drawn.
 */
final class Reader {

    private static final AtomicLong PUSHED = new AtomicLong();
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

    private static final String ATMOSPHERE =
            "X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=3.1.5&X-Atmosphere-tracking-id=0";

    private final Browser browser;
    private final String token;
    private final int window;
    private int sync;
    private int sent;

    private Reader(Browser browser, JsonNode opened) {
        JsonNode config = opened.get("appConfig");
        this.browser = browser;
        this.window = config.get("v-uiId").intValue();
        this.token = config.get("uidl").get("Vaadin-Security-Key").asString();
        this.sync = config.get("uidl").get("syncId").intValue();
    }

    static Reader signIn(String address, String account, String password) {
        var browser = new Browser(address);
        browser.signIn(account, password);
        HttpResponse<String> answer = browser.open("/?v-r=init&location=&query=");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(account + " couldn't open a window: " + answer.statusCode());
        }
        JsonNode opened = JsonMapper.shared().readTree(answer.body());
        Reader reader = new Reader(browser, opened);
        browser.listen(
                "/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&%s"
                        .formatted(
                                reader.window,
                                opened.get("appConfig")
                                        .get("uidl")
                                        .get("Vaadin-Push-ID")
                                        .asString(),
                                ATMOSPHERE),
                new Pushed());
        return reader;
    }

    /** Takes what is pushed, and counts it. */
    private static final class Pushed implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            PUSHED.addAndGet(data.length());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** How many characters were pushed to all. */
    static long pushed() {
        return PUSHED.get();
    }

    /**
     * Opens a page.
     *
     * @return all that the server says of it
     */
    String open(String path, String query) {
        return open("", path, query);
    }

    /** @param name by which {@link ServerTimes} tells what it took */
    String open(String name, String path, String query) {
        ObjectNode message = JsonMapper.shared().createObjectNode();
        message.put("csrfToken", token).put("syncId", sync).put("clientId", sent++);
        ObjectNode event = message.putArray("rpc").addObject();
        event.put("type", "event").put("node", 1).put("event", "ui-navigate");
        ObjectNode data = event.putObject("data");
        data.put("route", path).put("query", query).put("appShellTitle", "").put("trigger", "link");
        data.putNull("historyState");
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(URI.create(browser.address() + "/?v-r=uidl&v-uiId=" + window))
                        .header("Content-Type", "application/json")
                        .header(ServerTimes.PAGE, name)
                        .POST(BodyPublishers.ofString(message.toString())));
        Matcher next = SYNC.matcher(answer.body());
        if (answer.statusCode() != 200 || !next.find()) {
            throw new IllegalStateException("The page " + path + " answered " + answer.statusCode());
        }
        sync = Integer.parseInt(next.group(1));
        return answer.body();
    }
}
