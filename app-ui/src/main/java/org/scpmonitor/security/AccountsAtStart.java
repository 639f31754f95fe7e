package org.scpmonitor.security;

import org.scpmonitor.config.ScpSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the demo accounts in with the demonstration and shuts them out without it; then sees to an administrator. */
@Component
@Order(AccountsAtStart.EARLY)
class AccountsAtStart implements ApplicationRunner {

    static final int EARLY = -100;

    private final ScpSettings settings;
    private final DemoAccounts demo;
    private final FirstAdministrator administrator;

    AccountsAtStart(ScpSettings settings, DemoAccounts demo, FirstAdministrator administrator) {
        this.settings = settings;
        this.demo = demo;
        this.administrator = administrator;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            demo.create();
        } else {
            demo.disable();
            administrator.makeIfMissing();
        }
    }
}
