package org.scpmonitor.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator sets, by environment ({@code SCP_HOME} …) or {@code application.properties}.
 *
 * @param home directory of the embedded database and of files on their way in
 * @param demo whether the demonstration is loaded and its accounts exist; by default with the embedded database only
 * @param demoAnywhere whether the demo accounts may be served beyond the loopback interface
 * @param adminPassword password of the first administrator, {@code admin}, where there is none yet; may be empty
 * @param maxUpload the largest file that is taken
 * @param role what this process does
 * @param database an outside PostgreSQL, 15 to 18
 */
@ConfigurationProperties("scp")
public record ScpSettings(
        Path home,
        boolean demo,
        boolean demoAnywhere,
        @DefaultValue("") String adminPassword,
        @DefaultValue("256MB") DataSize maxUpload,
        @DefaultValue("all") Work role,
        Database database) {

    /** What a process does of the work that several may share. */
    public enum Work {
        ALL,
        /** Serves and starts no job. */
        WEB,
        /** Runs jobs. */
        WORKER;

        public boolean runsJobs() {
            return this != WEB;
        }
    }

    /**
     * @param url of JDBC; empty for the embedded database
     * @param connections the most that are open at once
     */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("20") int connections) {

        public boolean isEmbedded() {
            return url.isBlank();
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "home " + home + ", demo " + demo + ", role " + role + ", "
                + (database.isEmbedded() ? "embedded database" : database.url());
    }
}
