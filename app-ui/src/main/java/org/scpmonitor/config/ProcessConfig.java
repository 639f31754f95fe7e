package org.scpmonitor.config;

import java.net.InetAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the process shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScpSettings.class)
class ProcessConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The demo accounts' password is known to everyone: they stay on this machine unless the operator says otherwise. */
    @Bean
    InitializingBean demoStaysOnThisMachine(ScpSettings settings, ServerProperties server) {
        return () -> {
            if (settings.demo() && !settings.demoAnywhere() && !isLoopback(server.getAddress())) {
                throw new InvalidConfigurationPropertyValueException(
                        "SCP_ADDRESS",
                        server.getAddress(),
                        "The demo accounts have a known password and this address can be reached from other machines."
                                + " Leave SCP_ADDRESS at 127.0.0.1, set SCP_DEMO=false, or set SCP_DEMO_ANYWHERE=true"
                                + " where everyone may sign in with them.");
            }
        };
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
