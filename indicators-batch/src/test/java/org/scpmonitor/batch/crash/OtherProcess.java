package org.scpmonitor.batch.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** A {@link Life} as seen from outside. */
final class OtherProcess implements AutoCloseable {

    private static final Path HOME = Path.of("target", "life").toAbsolutePath();
    private static final Path ARCHIVE = HOME.resolve("life.jsa");
    private static final String CLASSPATH = jarsOnly();

    private final Process process;
    private final BufferedReader out;
    private final List<String> told = new ArrayList<>();

    private OtherProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess start(String jdbcUrl, Story story, Life.End end, Moment moment) {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                archive(end),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Dscp.rebuild.part=1",
                "-cp",
                CLASSPATH,
                Life.class.getName(),
                jdbcUrl,
                story.name(),
                end.name(),
                moment.what(),
                Integer.toString(moment.nth()));
        try {
            return new OtherProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that comes to a natural end writes the archive of its classes; those after it start in half the time. */
    private static String archive(Life.End end) {
        return (end == Life.End.NATURAL && !Files.exists(ARCHIVE)
                        ? "-XX:ArchiveClassesAtExit="
                        : "-XX:SharedArchiveFile=")
                + ARCHIVE;
    }

    /** The class path of this process, its directories packed: an archive of classes can be made of jars only. */
    private static String jarsOnly() {
        try {
            Files.createDirectories(HOME);
            Files.deleteIfExists(ARCHIVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? packed(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path directory) {
        Path jar = HOME.resolve(directory.toString().replace(File.separatorChar, '_') + ".jar");
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-0", "-f", jar.toString(), "-C", directory.toString(), ".");
        assertThat(result).isZero();
        return jar;
    }

    /** Waits until it says something. */
    void says(String line) {
        try {
            for (String next = out.readLine(); next != null; next = out.readLine()) {
                told.add(next);
                if (next.equals(line)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The process never said: " + line + "\n" + String.join("\n", told));
    }

    /** Lets it go on from its pause. */
    void goOn() {
        try {
            process.outputWriter().write("\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for its end and gives its exit code. */
    int end() {
        try {
            out.lines().forEach(told::add);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The process doesn't end\n" + String.join("\n", told));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return String.join("\n", told);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
