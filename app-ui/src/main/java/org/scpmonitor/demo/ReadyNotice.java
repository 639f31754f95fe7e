package org.scpmonitor.demo;

import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.security.DemoAccounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the monitor, once everything is loaded, where it is and who may sign in. */
@Component
class ReadyNotice {

    private final ScpSettings settings;

    ReadyNotice(ScpSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.println();
            System.out.println("SCP Monitor is ready: http://localhost:"
                    + web.getWebServer().getPort());
            if (settings.demo()) {
                System.out.println("Demo accounts, each with password \"" + DemoAccounts.PASSWORD + "\": "
                        + String.join(", ", DemoAccounts.names()));
            }
            System.out.println();
        }
    }
}
