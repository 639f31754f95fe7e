package org.scpmonitor.batch.template;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice without a screen, which opens a file and saves it. */
public final class LibreOffice {

    private final String program;
    private final Path folder;

    private LibreOffice(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The one that is installed; where there is none, the test is skipped and says so. */
    public static LibreOffice in(Path folder) {
        awaitInstallation();
        Optional<String> program = Stream.concat(
                        Stream.ofNullable(System.getenv("SCP_SOFFICE")),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(path -> Stream.of(path + "/soffice", path + "/libreoffice")))
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        Assumptions.assumeTrue(
                program.isPresent(),
                "Not tried with LibreOffice: there is no soffice on the PATH; install libreoffice-calc, or name it in"
                        + " SCP_SOFFICE");
        return new LibreOffice(program.orElseThrow(), folder);
    }

    /** {@code ./monitor test} installs it while the first modules are built. */
    private static void awaitInstallation() {
        Stream.ofNullable(System.getenv("SCP_SOFFICE_INSTALLER"))
                .map(Long::valueOf)
                .flatMap(id -> ProcessHandle.of(id).stream())
                .forEach(installer -> {
                    try {
                        installer.onExit().get(5, TimeUnit.MINUTES);
                    } catch (InterruptedException | ExecutionException | TimeoutException e) {
                        Assumptions.abort("Not tried with LibreOffice: its installation hasn't ended: " + e);
                    }
                });
    }

    /** Opens a file and saves it in another format; the new file has the same name and lies in a folder of its own. */
    public Path saved(Path file, String format) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(folder, "saved");
        Path log = out.resolve("soffice.log");
        Process process = new ProcessBuilder(List.of(
                        program,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        out.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String name = file.getFileName().toString();
        String extension = format.contains(":") ? format.substring(0, format.indexOf(':')) : format;
        Path saved = out.resolve(name.substring(0, name.lastIndexOf('.')) + "." + extension);
        if (!Files.exists(saved)) {
            throw new IOException("LibreOffice saved nothing: " + Files.readString(log));
        }
        return saved;
    }
}
