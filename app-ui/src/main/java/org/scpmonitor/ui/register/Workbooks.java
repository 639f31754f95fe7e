package org.scpmonitor.ui.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.register.RegisterImport;
import org.scpmonitor.batch.register.RegisterWorkbook;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.submission.Scratch;
import org.springframework.stereotype.Component;

/** The register as a workbook, as screens give it out and take it back. */
@Component
class Workbooks {
    /** The size of the largest workbook, in bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private final RegisterWorkbook workbook;
    private final RegisterImport imports;
    private final Runner runner;
    private final Scratch scratch;

    Workbooks(RegisterWorkbook workbook, RegisterImport imports, Runner runner, Scratch scratch) {
        this.workbook = workbook;
        this.imports = imports;
        this.runner = runner;
        this.scratch = scratch;
    }

    void write(Set<Kind> kinds, AsOf asOf, Locale locale, OutputStream out) throws IOException {
        workbook.write(kinds, asOf, locale, out);
    }

    /** Keeps the bytes until they are taken over or left; whoever asks for the file deletes it. */
    Path keep(InputStream bytes) throws IOException {
        Path file = scratch.file("register");
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes.transferTo(out);
        }
        return file;
    }

    RegisterImport.Outcome rehearse(Viewer viewer, Path file) throws IOException {
        return imports.take(viewer, file, "", true);
    }

    /** Takes it over, and hurries the figures that count what changed. */
    RegisterImport.Outcome take(Viewer viewer, Path file, String reason) throws IOException {
        RegisterImport.Outcome outcome = imports.take(viewer, file, reason, false);
        if (outcome instanceof RegisterImport.Outcome.Taken) {
            runner.rebuild();
        }
        return outcome;
    }
}
