package org.scpmonitor.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.running.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody signed in who goes from page to page in one window, as far as the server sees it: what Vaadin's client would
 * send to open a page, and nothing drawn.
 */
final class Reader {

    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

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
        return new Reader(browser, JsonMapper.shared().readTree(answer.body()));
    }

    /**
     * Opens a page.
     *
     * @return all that the server says of it
     */
    String open(String path, String query) {
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
                        .POST(BodyPublishers.ofString(message.toString())));
        Matcher next = SYNC.matcher(answer.body());
        if (answer.statusCode() != 200 || !next.find()) {
            throw new IllegalStateException("The page " + path + " answered " + answer.statusCode());
        }
        sync = Integer.parseInt(next.group(1));
        return answer.body();
    }
}
