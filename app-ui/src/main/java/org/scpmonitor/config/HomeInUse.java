package org.scpmonitor.config;

import java.nio.file.Path;

/** Another process holds the directory with the embedded database. */
final class HomeInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HomeInUse(Path home) {
        super("Another SCP Monitor is running on " + home);
    }
}
