package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.listing.Codes;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.scpmonitor.listing.Page;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.MappingFlaw;
import org.scpmonitor.mapping.MappingJson;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Owner;
import org.scpmonitor.mapping.Mappings.Saved;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * How institutions' own tables are read. An owner is an institution or a country by its code, or {@value #EVERYBODY};
 * whoever may send for it may save and end its mappings.
 */
@RestController
@RequestMapping("/api/v1/mappings")
class MappingCalls {

    private static final String EVERYBODY = "all";
    private static final int LONGEST_NAME = 100;

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("name", Item::name)
            .add("country", Item::country)
            .add("institution", Item::institution)
            .add("version", Item::version)
            .add("madeBy", Item::madeBy)
            .add("knownFrom", Item::knownFrom);

    private final Mappings mappings;
    private final Codes codes;
    private final Asked asked;

    MappingCalls(Mappings mappings, Codes codes, Asked asked) {
        this.mappings = mappings;
        this.codes = codes;
        this.asked = asked;
    }

    /**
     * A mapping's current version.
     *
     * @param country code; null unless it is a country's
     * @param institution code; null unless it is an institution's
     */
    record Item(
            String name,
            @Nullable String country,
            @Nullable String institution,
            int version,
            String madeBy,
            Instant knownFrom) {

        static Item of(Saved saved) {
            return new Item(
                    saved.name(),
                    saved.owner().country(),
                    saved.owner().institution(),
                    saved.version(),
                    saved.madeBy(),
                    saved.knownFrom());
        }
    }

    /** @param document how the table is read */
    record Whole(Item mapping, JsonNode document) {

        static Whole of(Saved saved) {
            return new Whole(Item.of(saved), MappingJson.tree(saved.mapping()));
        }
    }

    /** @param path where in the document, as a JSON path */
    record Wrong(String path, String code, String read) {}

    @GetMapping
    @Nullable
    Page<Item> list(Viewer viewer, Paging paging, Format format, HttpServletResponse response) throws IOException {
        return Lists.answer(mappings.list(viewer).map(Item::of), paging, format, "mappings", COLUMNS, response);
    }

    @GetMapping("/{owner}/{name}")
    Whole read(Viewer viewer, @PathVariable String owner, @PathVariable String name) {
        Owner whose = owner(owner);
        if (!mayRead(viewer, whose)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return mappings.find(whose, name).map(Whole::of).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    @PutMapping(value = "/{owner}/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save a mapping",
            description = "As the next version of its name; what is current already makes no version. Files sent with"
                    + " an earlier version stay with it.")
    Whole save(Viewer viewer, @PathVariable String owner, @PathVariable String name, InputStream json) {
        Owner whose = owner(owner);
        requireWrite(viewer, whose);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.with(Problem.Kind.TOO_LONG, "name", LONGEST_NAME);
        }
        Mapping mapping = switch (MappingJson.read(json)) {
            case MappingJson.Reading.Read(Mapping read) -> read;
            case MappingJson.Reading.Unreadable(String path, String reason) ->
                throw Problem.of(Problem.Kind.BAD_MAPPING, List.of(new Wrong(path, "UNREADABLE", reason)));
        };
        List<Wrong> flaws = MappingFlaw.of(mapping).stream()
                .map(flaw -> new Wrong("$.columns", flaw.name(), ""))
                .toList();
        if (!flaws.isEmpty()) {
            throw Problem.of(Problem.Kind.BAD_MAPPING, flaws);
        }
        return Whole.of(mappings.save(whose, name.strip(), mapping, viewer.username()));
    }

    @DeleteMapping("/{owner}/{name}")
    @Operation(summary = "End a mapping", description = "What was read with it stays readable.")
    ResponseEntity<Void> end(Viewer viewer, @PathVariable String owner, @PathVariable String name) {
        Owner whose = owner(owner);
        requireWrite(viewer, whose);
        if (!mappings.end(whose, name)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }

    private Owner owner(String code) {
        if (code.equals(EVERYBODY)) {
            return Owner.ALL;
        }
        return codes.hasCountry(code)
                ? new Owner(code, null)
                : Owner.institution(asked.institution(code).code());
    }

    private boolean mayRead(Viewer viewer, Owner owner) {
        if (owner.institution() == null) {
            return mappings.isVisible(viewer, owner);
        }
        InstitutionKey key = asked.institution(owner.institution());
        return viewer.mayRead(key.id(), key.country());
    }

    private void requireWrite(Viewer viewer, Owner owner) {
        boolean may = viewer.mayEditCatalogue();
        if (!may && owner.institution() != null) {
            InstitutionKey key = asked.institution(owner.institution());
            may = viewer.maySend(key.id(), key.country());
        } else if (!may && owner.country() != null) {
            may = viewer.maySendForAllOf(owner.country());
        }
        if (!may) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
    }
}
