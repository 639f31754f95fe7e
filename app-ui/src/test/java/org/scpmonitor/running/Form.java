package org.scpmonitor.running;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A form with a file, as browsers and scripts send it. */
public final class Form {

    private static final String BOUNDARY = "----scp-monitor-test";

    private final List<BodyPublisher> parts = new ArrayList<>();

    public static final String[] HEADERS = {"Content-Type", "multipart/form-data; boundary=" + BOUNDARY};

    public Form field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", text(value));
    }

    public Form file(String name, String fileName, byte[] content) {
        return part(fileHeaders(name, fileName), BodyPublishers.ofByteArray(content));
    }

    /** A file on disk, which doesn't pass through the heap. */
    public Form file(String name, Path file) {
        try {
            return part(fileHeaders(name, file.getFileName().toString()), BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileHeaders(String name, String fileName) {
        return "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream";
    }

    private Form part(String headers, BodyPublisher content) {
        parts.add(text("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
        parts.add(content);
        parts.add(text("\r\n"));
        return this;
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    public BodyPublisher body() {
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }
}
