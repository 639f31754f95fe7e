package org.scpmonitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in which this process keeps files while it works on them. Each process has one of its own, named by its
 * number and start; what processes left that are gone, however they went, is removed at the next one's start.
 */
@Component
public class Scratch {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private static final Pattern NAME = Pattern.compile("process-([0-9]+)-([0-9]+)");

    private final Path folder;

    /** @param below the folder in which each process has its own; empty for one in the system's folder of such files */
    Scratch(@Value("${scp.scratch:}") String below) throws IOException {
        Path all = below.isEmpty() ? Path.of(System.getProperty("java.io.tmpdir"), "scp-monitor") : Path.of(below);
        Files.createDirectories(all);
        removeForsaken(all);
        ProcessHandle own = ProcessHandle.current();
        folder = Files.createDirectories(all.resolve("process-" + own.pid() + "-" + start(own)));
    }

    private static void removeForsaken(Path all) throws IOException {
        List<Path> forsaken;
        try (Stream<Path> folders = Files.list(all)) {
            forsaken = folders.filter(Scratch::isForsaken).toList();
        }
        for (Path each : forsaken) {
            LOG.info("Removing {}, which a process left that is gone", each);
            FileSystemUtils.deleteRecursively(each);
        }
    }

    private static boolean isForsaken(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> start(process) == Long.parseLong(name.group(2)))
                        .isEmpty();
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** This process's folder. */
    public Path folder() {
        return folder;
    }

    /** A new empty file; whoever asks for it deletes it. */
    public Path file(String prefix) {
        try {
            return Files.createTempFile(folder, prefix + "-", ".bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("No file can be made in " + folder, e);
        }
    }
}
