package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.EntryFiles;
import org.scpmonitor.register.EntryFiles.Attached;
import org.scpmonitor.register.EntryFiles.Outcome;
import org.scpmonitor.register.EntryFiles.Reason;
import org.scpmonitor.register.EntryFiles.Type;
import org.scpmonitor.register.Keeping;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that go with entries of the register. */
@RestController
@RequestMapping("/api/v1/register/{kind}/{code}/files")
class EntryFileCalls {

    private final Entries entries;
    private final EntryFiles files;

    EntryFileCalls(Entries entries, EntryFiles files) {
        this.entries = entries;
        this.files = files;
    }

    /** @param id by which it is read and removed */
    record Stored(long id) {}

    @GetMapping
    @Operation(
            summary = "The files of an entry",
            description = "Everyone reads the open ones, accounts all of them. Who added one is told to accounts only.")
    List<Attached> list(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable AsOf asOf) {
        Kind of = there(kind, code);
        return files.list(viewer, of, code, Asked.moment(asOf)).stream()
                .map(file -> viewer.isPublic() ? file.withoutAuthor() : file)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "The bytes of a file as they were sent")
    ResponseEntity<byte[]> file(
            Viewer viewer, @PathVariable String kind, @PathVariable String code, @PathVariable long id) {
        var file = files.find(viewer, EntryCalls.named(kind), code, id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.file().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a file to an entry",
            description =
                    "At most 10 MB: pdf, png, jpg, xlsx, docx, pptx, ods, odt, csv, txt or md, without macros; the"
                            + " bytes have to be what the name says. type is evidence, agreement, report, picture or other; with"
                            + " open=true everyone may read it.")
    Stored add(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Flag open)
            throws IOException {
        Kind of = there(kind, code);
        var entry = entries.find(of, code, AsOf.NOW).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (!Keeping.mayPublish(viewer, entry.keeper())) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (file == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "file");
        }
        if (file.getSize() > EntryFiles.LARGEST) {
            throw refused(Reason.TOO_LARGE, String.valueOf(EntryFiles.LARGEST / 1024 / 1024));
        }
        var wanted = new EntryFiles.Wanted(Incoming.name(file), type(type), Flag.isSet(open), file.getBytes());
        return switch (files.add(viewer, of, code, wanted)) {
            case Outcome.Stored(long id) -> new Stored(id);
            case Outcome.Refused(Reason reason, String argument) -> throw refused(reason, argument);
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a file", description = "What was known before still has it.")
    void remove(Viewer viewer, @PathVariable String kind, @PathVariable String code, @PathVariable long id) {
        Kind of = there(kind, code);
        var entry = entries.find(of, code, AsOf.NOW).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (!Keeping.mayPublish(viewer, entry.keeper())) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (!files.remove(viewer, of, code, id)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    private Kind there(String kind, String code) {
        Kind of = EntryCalls.named(kind);
        if (entries.find(of, code, AsOf.NOW).isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return of;
    }

    private static Type type(@Nullable String code) {
        if (code == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "type");
        }
        return Arrays.stream(Type.values())
                .filter(type -> type.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.with(
                        Problem.Kind.BAD_CHOICE,
                        "type",
                        code,
                        String.join(
                                ", ",
                                Arrays.stream(Type.values()).map(Type::code).toList())));
    }

    private static Problem refused(Reason reason, String argument) {
        return switch (reason) {
            case NO_SUCH_ENTRY -> Problem.of(Problem.Kind.NOT_FOUND);
            case OUT_OF_SCOPE -> Problem.of(Problem.Kind.OUT_OF_SCOPE);
            case EMPTY, TOO_LARGE, TOO_MANY, OTHER_TYPE, NOT_WHAT_IT_SAYS, ALREADY_THERE ->
                Problem.with(Problem.Kind.valueOf("FILE_" + reason.name()), "file", argument);
        };
    }
}
