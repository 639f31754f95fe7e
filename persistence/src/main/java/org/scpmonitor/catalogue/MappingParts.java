package org.scpmonitor.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.NamedMapping;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.MappingFlaw;
import org.scpmonitor.mapping.MappingJson;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Owner;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mappings as the document tells them; one that differs from the current one of its name becomes another version. */
record MappingParts(DSLContext sql) {
    private static final JsonMapper JSON = JsonMapper.shared();

    List<NamedMapping> list(Known known) {
        return new Mappings(sql)
                .all(known).stream()
                        .map(saved -> new NamedMapping(
                                saved.name(),
                                saved.owner().country(),
                                saved.owner().institution(),
                                JSON.readValue(
                                        MappingJson.write(saved.mapping()),
                                        new TypeReference<Map<String, Object>>() {})))
                        .toList();
    }

    static void check(List<NamedMapping> mappings, CatalogueCheck.Defined defined, Problems problems) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < mappings.size(); i++) {
            NamedMapping each = mappings.get(i);
            String path = "$.mappings[" + i + "]";
            problems.notEmpty(path + ".name", each.name());
            problems.known(path + ".country", each.country(), defined.countries(), "$.countries");
            problems.known(
                    path + ".institution",
                    each.institution(),
                    defined.institutions().keySet(),
                    "$.institutions");
            if (each.country() != null && each.institution() != null) {
                problems.add(path + ".country", Code.BAD_MAPPING, "country, institution");
            }
            if (!seen.add(key(each))) {
                problems.add(path + ".name", Code.DUPLICATE, each.name());
            }
            switch (read(each)) {
                case MappingJson.Reading.Unreadable(var at, var reason) ->
                    problems.add(path + ".document" + at.substring(1), Code.BAD_MAPPING, reason);
                case MappingJson.Reading.Read(var mapping) ->
                    MappingFlaw.of(mapping)
                            .forEach(flaw -> problems.add(path + ".document", Code.BAD_MAPPING, flaw.name()));
            }
        }
    }

    List<CatalogueChange> store(List<NamedMapping> mappings, Moment moment, By by) {
        List<CatalogueChange> changes = new ArrayList<>();
        var stored = new Mappings(sql);
        for (NamedMapping each : mappings) {
            if (!(read(each) instanceof MappingJson.Reading.Read(Mapping wanted))) {
                throw new IllegalStateException("A mapping that was not checked: " + each.name());
            }
            var owner = new Owner(each.country(), each.institution());
            Optional<Mappings.Saved> current = stored.find(owner, each.name());
            if (current.map(Mappings.Saved::mapping).filter(wanted::equals).isEmpty()) {
                Mappings.Saved saved = stored.save(owner, each.name(), wanted, by.author(), moment.current());
                changes.add(new CatalogueChange(
                        "mappings", each.name(), saved.version() == 1 ? Kind.ADDED : Kind.CHANGED, 1));
            }
        }
        return changes;
    }

    private static MappingJson.Reading read(NamedMapping mapping) {
        return MappingJson.read(JSON.writeValueAsString(mapping.document()));
    }

    private static List<String> key(NamedMapping mapping) {
        return Stream.of(mapping.name(), mapping.country(), mapping.institution())
                .map(part -> Objects.toString(part, ""))
                .toList();
    }
}
