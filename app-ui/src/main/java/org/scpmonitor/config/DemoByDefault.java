package org.scpmonitor.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Where {@code scp.demo} isn't set, the demonstration belongs to the embedded database and to no other. */
class DemoByDefault implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty("scp.demo"))) {
            boolean embedded = !StringUtils.hasText(environment.getProperty("scp.database.url"));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo by default", Map.of("scp.demo", embedded)));
        }
    }
}
