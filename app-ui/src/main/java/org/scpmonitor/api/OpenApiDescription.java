package org.scpmonitor.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the calls describe themselves: values as they travel, and nothing of what the server fills in by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Viewer.class, Format.class)
                .replaceWithClass(AsOf.class, String.class)
                .replaceWithClass(PeriodBound.class, String.class)
                .replaceWithClass(ReportingPeriod.class, String.class)
                .replaceWithClass(BigDecimal.class, String.class)
                .replaceWithClass(Text.class, String.class)
                .replaceWithClass(Flag.class, Boolean.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("SCP Monitor")
                        .version("v1")
                        .description("Figures of sustainable consumption and production. Published figures and the"
                                + " catalogue need no account. Decimals travel as strings; lists answer items, page,"
                                + " size and total, or all of it as CSV with Accept: text/csv. Texts come in es, en or"
                                + " de by Accept-Language. Problems are application/problem+json."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC))
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
