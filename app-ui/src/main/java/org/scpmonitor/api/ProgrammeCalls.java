package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.Page;
import org.scpmonitor.programme.ProgrammeList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The national programmes. */
@RestController
@RequestMapping("/api/v1/programmes")
class ProgrammeCalls {

    private static final Columns<ProgrammeList.Item> COLUMNS = new Columns<ProgrammeList.Item>()
            .add("code", ProgrammeList.Item::code)
            .add("country", ProgrammeList.Item::country)
            .add("name", ProgrammeList.Item::name)
            .add("legalBasis", ProgrammeList.Item::legalBasis)
            .add("startsOn", ProgrammeList.Item::startsOn)
            .add("endsOn", ProgrammeList.Item::endsOn)
            .add("baselineYear", ProgrammeList.Item::baselineYear)
            .add("coverageThreshold", ProgrammeList.Item::coverageThreshold)
            .add("defaultMethod", ProgrammeList.Item::defaultMethod)
            .add("gwpSet", ProgrammeList.Item::gwpSet);

    private final ProgrammeList programmes;

    ProgrammeCalls(ProgrammeList programmes) {
        this.programmes = programmes;
    }

    @GetMapping
    @Nullable
    Page<ProgrammeList.Item> list(Paging paging, Format format, HttpServletResponse response) throws IOException {
        return Lists.answer(programmes.list(), paging, format, "programmes", COLUMNS, response);
    }
}
