package org.scpmonitor.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./monitor load FILE… --as ACCOUNT --institution CODE [--period P] [--number-format F] [--mapping NAME]}: sends files through the
 * REST API, shows how far each has come, and ends with 1 where rows were refused, 2 where the call was wrong.
 */
public final class Load {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String authorization;

    private Load(URI server, String account, String password) {
        this.server = server;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                options.put(arguments[i].substring(2), arguments[++i]);
            } else {
                files.add(Path.of(arguments[i]));
            }
        }
        String account = options.remove("as");
        String institution = options.get("institution");
        if (files.isEmpty() || account == null || institution == null) {
            System.err.println("usage: ./monitor load FILE… --as ACCOUNT --institution CODE"
                    + " [--period P] [--number-format comma|point] [--mapping NAME]");
            return 2;
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                System.err.println("There is no file " + file);
                return 2;
            }
        }
        String port = System.getenv().getOrDefault("SCP_PORT", "8080");
        var load = new Load(
                URI.create(System.getenv().getOrDefault("SCP_URL", "http://localhost:" + port)),
                account,
                password(account));
        int worst = 0;
        for (Path file : files) {
            try {
                worst = Math.max(worst, load.send(file, options));
            } catch (ConnectException e) {
                System.err.println("No monitor answers at " + load.server + ": start it with ./monitor run");
                return 2;
            }
        }
        return worst;
    }

    private static String password(String account) {
        String given = System.getenv("SCP_PASSWORD");
        if (given != null) {
            return given;
        }
        var console = System.console();
        if (console == null) {
            return "demo";
        }
        char[] typed = console.readPassword("Password of %s (empty for the demo's): ", account);
        return typed == null || typed.length == 0 ? "demo" : new String(typed);
    }

    private int send(Path file, Map<String, String> options) throws IOException, InterruptedException {
        System.out.println(file.getFileName() + ": sending " + Files.size(file) + " bytes");
        HttpResponse<String> answer = http.send(upload(file, options), BodyHandlers.ofString());
        if (answer.statusCode() != 202 && answer.statusCode() != 200) {
            return told(file, answer);
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        if (answer.statusCode() == 200) {
            System.out.println(file.getFileName() + ": these bytes were sent before, " + location);
        }
        return follow(file, server.resolve(location));
    }

    private HttpRequest upload(Path file, Map<String, String> options) throws IOException {
        String boundary = "scp-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        options.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\n")
                .append("Content-Disposition: form-data; name=\"")
                .append(camelCase(name))
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\n")
                .append("Content-Disposition: form-data; name=\"file\"; filename=\"")
                .append(file.getFileName().toString().replace("\"", "%22"))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return request(server.resolve("/api/v1/submissions"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(before),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofByteArray(after)))
                .build();
    }

    private int follow(Path file, URI submission) throws IOException, InterruptedException {
        String shown = "";
        while (true) {
            HttpResponse<String> answer = http.send(request(submission).GET().build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return told(file, answer);
            }
            JsonNode state = JSON.readTree(answer.body());
            String line = file.getFileName() + ": " + state.path("state").asString() + rows(state.path("rows"));
            if (!line.equals(shown)) {
                System.out.println(line);
                shown = line;
            }
            if (!state.path("state").asString().equals("received")) {
                return findings(file, submission, state);
            }
            Thread.sleep(250);
        }
    }

    private int findings(Path file, URI submission, JsonNode state) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(URI.create(submission + "/findings?size=50")).GET().build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return told(file, answer);
        }
        JsonNode page = JSON.readTree(answer.body());
        boolean refused = false;
        for (JsonNode finding : page.path("items")) {
            refused |= finding.path("severity").asString().equalsIgnoreCase("error");
            String sheet = finding.path("sheet").asString("");
            System.out.println("  " + (sheet.isEmpty() ? "" : sheet + "!")
                    + finding.path("cell").asString("") + " "
                    + finding.path("message").asString());
        }
        long total = page.path("total").asLong();
        if (total > page.path("items").size()) {
            System.out.println("  and " + (total - page.path("items").size()) + " more: " + submission + "/findings");
        }
        return refused
                        || state.path("rows").path("refused").asLong() > 0
                        || state.path("state").asString().equals("failed")
                ? 1
                : 0;
    }

    private static String rows(JsonNode rows) {
        StringBuilder told = new StringBuilder();
        for (String count : List.of("read", "accepted", "refused", "queried")) {
            if (rows.path(count).isNumber()) {
                told.append(", ").append(rows.path(count).asLong()).append(' ').append(count);
            }
        }
        return told.toString();
    }

    private static int told(Path file, HttpResponse<String> answer) {
        JsonNode problem = problem(answer.body());
        System.err.println(file.getFileName() + ": " + answer.statusCode() + " "
                + (problem == null
                        ? answer.body()
                        : problem.path("title").asString("") + " "
                                + problem.path("detail").asString("")));
        return 2;
    }

    private static @Nullable JsonNode problem(String body) {
        return body.startsWith("{") ? JSON.readTree(body) : null;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Accept-Language", Locale.getDefault().getLanguage());
    }

    private static String camelCase(String option) {
        StringBuilder name = new StringBuilder();
        for (String part : option.split("-")) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
