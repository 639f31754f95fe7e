package org.scpmonitor.batch.mail;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which server mails go out ({@code SCP_MAIL_HOST} …), and when reminders do.
 *
 * @param host of the mail server; empty where there is none: mails are then kept
 * @param user empty where the server asks for none
 * @param from the address that mails come from
 * @param starttls whether the connection must be encrypted before anything is said
 * @param url where receivers reach the monitor, without a slash at its end
 * @param before how many days before the on-time date somebody is reminded
 * @param closing how many days before a period closes
 */
@ConfigurationProperties("scp.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("scp-monitor@localhost") String from,
        @DefaultValue("true") boolean starttls,
        @DefaultValue("http://localhost:8080") String url,
        @DefaultValue({"14", "3"}) List<Integer> before,
        @DefaultValue("7") int closing) {

    /** Whether there is a mail server. */
    public boolean sends() {
        return !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return sends() ? host + ":" + port + " from " + from : "no mail server";
    }
}
