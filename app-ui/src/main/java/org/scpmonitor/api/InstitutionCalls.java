package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.institution.InstitutionList;
import org.scpmonitor.institution.InstitutionList.Item;
import org.scpmonitor.institution.InstitutionList.Kind;
import org.scpmonitor.listing.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reporting institutions. */
@RestController
@RequestMapping("/api/v1/institutions")
class InstitutionCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("code", Item::code)
            .add("country", Item::country)
            .add("kind", Item::kind)
            .add("name", Item::name)
            .add("acronym", Item::acronym)
            .add("region", Item::region);

    private final InstitutionList institutions;
    private final Asked asked;

    InstitutionCalls(InstitutionList institutions, Asked asked) {
        this.institutions = institutions;
        this.asked = asked;
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable Kind kind,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        return Lists.answer(
                institutions.list(asked.country(country), kind), paging, format, "institutions", COLUMNS, response);
    }
}
