package org.scpmonitor.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Tokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The doors: the REST API and the machine room by HTTP Basic or a bearer token and without sessions, the screens by a form.
 *
 * <p>Which view is for whom stands at the view. What of the API is public stands here; what within it is for whom
 * stands in the queries, which take the viewer. {@link PasswordCheck} is the one that all of them ask.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    /** Published figures and the catalogue that explains them. */
    private static final String[] PUBLISHED = {
        "/api/v1/programmes",
        "/api/v1/indicators",
        "/api/v1/institutions",
        "/api/v1/factors",
        "/api/v1/actuals",
        "/api/v1/progress",
        "/api/v1/narratives",
        "/api/v1/provenance/**",
        "/api/v1/publications",
        "/api/v1/publications/**",
        "/api/v1/register",
        "/api/v1/register/**",
        "/api/v1/openapi",
        "/api/v1/openapi.yaml",
    };

    /** Vaadin starts its pages with scripts of its own in the page; everything comes from this server. */
    private static final String PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            CurrentViewer viewers,
            Tokens tokens,
            Accounts accounts,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var bearers = new BearerTokens(tokens, accounts, viewers, problems);
        return withoutSession(http.securityMatcher("/api/**"), viewers, bearers, problems)
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, PUBLISHED)
                        .permitAll()
                        // Mail programs call it for whoever holds a signed token.
                        .requestMatchers(POST, "/api/v1/mail/unsubscribe")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain machineRoom(
            HttpSecurity http,
            CurrentViewer viewers,
            Tokens tokens,
            Accounts accounts,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var bearers = new BearerTokens(tokens, accounts, viewers, problems);
        return withoutSession(http.securityMatcher("/actuator/**"), viewers, bearers, problems)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .hasRole(Role.ADMINISTRATOR.name()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http, CurrentViewer viewers) {
        var failed = new SimpleUrlAuthenticationFailureHandler("/login?error");
        var locked = new SimpleUrlAuthenticationFailureHandler("/login?error=locked");
        return headers(http, PAGES)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .withObjectPostProcessor(new HeadersBeforeForward()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/scp/**", "/webjars/**")
                        .permitAll()
                        .requestMatchers(new NoSuchPage())
                        .permitAll())
                .with(vaadin(), screens -> screens.loginView("/login"))
                .formLogin(form -> form.failureHandler(
                        (request, response, failure) -> (failure instanceof TooManyFailures ? locked : failed)
                                .onAuthenticationFailure(request, response, failure)))
                .addFilterBefore(new OwnPagesOnly(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new FreshRoles(viewers), AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity withoutSession(
            HttpSecurity http, CurrentViewer viewers, BearerTokens bearers, HandlerExceptionResolver problems) {
        return headers(http, DATA)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, failure) -> problems.resolveException(request, response, null, failure)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, failure) ->
                                problems.resolveException(request, response, null, failure))
                        .accessDeniedHandler((request, response, failure) ->
                                problems.resolveException(request, response, null, failure)))
                .addFilterBefore(bearers, BasicAuthenticationFilter.class)
                .addFilterBefore(new FreshRoles(viewers), AuthorizationFilter.class);
    }

    private static HttpSecurity headers(HttpSecurity http, String contentSecurityPolicy) {
        return http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    /** Pages are written by a servlet behind a forward, which ends the answer before anybody could add a header. */
    private static final class HeadersBeforeForward implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
