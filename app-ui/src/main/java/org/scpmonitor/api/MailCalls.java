package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mail.Contact;
import org.scpmonitor.mail.Contacts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What receivers' mail programs call for them: one click stops what needn't come (RFC 8058). */
@RestController
@RequestMapping("/api/v1/mail")
class MailCalls {

    private final Contacts contacts;

    MailCalls(Contacts contacts) {
        this.contacts = contacts;
    }

    /** The token proves that the caller holds one of the account's mails; it opens nothing else. */
    @PostMapping("/unsubscribe")
    ResponseEntity<Void> unsubscribe(
            @RequestParam String token,
            @Parameter(description = "One-Click, as mail programs send it")
                    @RequestParam(name = "List-Unsubscribe", required = false)
                    @Nullable
                    String oneClick) {
        Contact contact = contacts.find(token).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        contacts.unsubscribe(contact.userId());
        return ResponseEntity.noContent().build();
    }
}
