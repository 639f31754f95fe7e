package org.scpmonitor.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table of doors by visitors, as it is written in a text file beside this class. */
public record Expected(List<String> visitors, Map<String, List<String>> doors) {

    /** @param wordsOfDoor how many words name a door */
    public static Expected read(String file, int wordsOfDoor) {
        try (InputStream in = Objects.requireNonNull(Expected.class.getResourceAsStream(file), file)) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .toList();
            List<String> visitors = lines.getFirst().subList(1, lines.getFirst().size());
            Map<String, List<String>> doors = new LinkedHashMap<>();
            for (List<String> line : lines.subList(1, lines.size())) {
                List<String> answers = new ArrayList<>(line.subList(wordsOfDoor, line.size()));
                if (answers.size() != visitors.size()) {
                    throw new IllegalStateException(file + ": " + line + " has not one answer for each of " + visitors);
                }
                doors.put(String.join(" ", line.subList(0, wordsOfDoor)), answers);
            }
            return new Expected(visitors, doors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
