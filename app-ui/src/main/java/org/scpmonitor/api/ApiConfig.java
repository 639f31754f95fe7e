package org.scpmonitor.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.JacksonModule;

/** What all resources have in common. */
@Configuration(proxyBeanMethods = false)
class ApiConfig implements WebMvcConfigurer {

    private static final int AFTER_THE_RESOURCES = 10;

    private final CurrentViewer viewer;

    ApiConfig(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        Reading.register(registry);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments(viewer));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Bean
    static JacksonModule numbers() {
        return new Numbers();
    }

    /** Spanish for whoever asks for none of the three. */
    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.of("es"), Locale.ENGLISH, Locale.GERMAN));
        resolver.setDefaultLocale(Locale.of("es"));
        return resolver;
    }

    /** Whatever else lies below /api is no page of the screens. */
    @Bean
    static SimpleUrlHandlerMapping nothingElse(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        HttpRequestHandler notFound = (request, response) ->
                problems.resolveException(request, response, null, Problem.of(Problem.Kind.NOT_FOUND));
        return new SimpleUrlHandlerMapping(Map.of("/api/**", notFound), AFTER_THE_RESOURCES);
    }
}
