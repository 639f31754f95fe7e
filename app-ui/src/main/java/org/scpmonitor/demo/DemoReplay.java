package org.scpmonitor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.catalogue.CatalogueDocument;
import org.scpmonitor.catalogue.CatalogueImport;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueJson;
import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.demo.Replay.Event;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.RegisterDocument;
import org.scpmonitor.security.DemoAccounts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Knowledge;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Submissions.Work;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.submission.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration on the first start by replaying its history: each event looks at what is there and does what
 * is missing, so that a start that was killed in the middle goes on where it ended.
 */
@Component
@Order(0)
class DemoReplay implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReplay.class);

    /** The account that writes the register. */
    private static final String KEEPER = "manager";

    private final ScpSettings settings;
    private final CatalogueImport catalogue;
    private final EntryEdits edits;
    private final Accounts people;
    private final DemoAccounts accounts;
    private final Mappings mappings;
    private final Intake intake;
    private final Submissions submissions;
    private final Findings findings;
    private final Runner runner;
    private final Knowledge knowledge;
    private final Clock clock;

    DemoReplay(
            ScpSettings settings,
            CatalogueImport catalogue,
            EntryEdits edits,
            Accounts people,
            DemoAccounts accounts,
            Mappings mappings,
            Intake intake,
            Submissions submissions,
            Findings findings,
            Runner runner,
            Knowledge knowledge,
            Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.edits = edits;
        this.people = people;
        this.accounts = accounts;
        this.mappings = mappings;
        this.intake = intake;
        this.submissions = submissions;
        this.findings = findings;
        this.runner = runner;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || !settings.role().runsJobs()) {
            return;
        }
        Replay replay = Replay.read();
        Instant end = replay.events().getLast().at();
        if (knowledge.latest().filter(latest -> !latest.isBefore(end)).isPresent()) {
            runner.sweep();
            return;
        }
        long start = System.nanoTime();
        LOG.info("Loading the demonstration: {} events", replay.events().size());
        Waiting waiting = Waiting.read();
        for (Event event : replay.events()) {
            if (event == replay.events().getLast()) {
                waiting.waiting().forEach(this::leaveWaiting);
            }
            switch (event.kind()) {
                case catalogue -> take(event.at());
                case register -> register(event.at());
                case submission -> submit(event, replay.explanation(), waiting.secondApprover());
            }
        }
        LOG.info("The demonstration is loaded ({} s)", (System.nanoTime() - start) / 1_000_000_000);
    }

    private void take(Instant at) {
        if (knowledge.latest().filter(latest -> !latest.isBefore(at)).isEmpty()) {
            Outcome outcome = catalogue.apply(document(), at);
            if (outcome instanceof Outcome.Refused refused) {
                throw new IllegalStateException("The demonstration's catalogue is wrong: " + refused.problems());
            }
            accounts.create();
        }
        runner.finish(Runner.ALL_FIGURES);
    }

    private void register(Instant at) {
        if (knowledge.latest().filter(latest -> !latest.isBefore(at)).isEmpty()) {
            List<Wanted> wanted = entries().knownOn(LocalDate.ofInstant(at, ZoneOffset.UTC));
            var outcome = edits.publish(people.get(KEEPER).viewer(), wanted, "", at);
            if (!(outcome instanceof EntryEdits.Outcome.Published)) {
                throw new IllegalStateException("The demonstration's register is wrong: " + outcome);
            }
        }
        runner.finish(Runner.ALL_FIGURES);
    }

    private static RegisterDocument entries() {
        try (InputStream json = Replay.resource("register.json")) {
            return RegisterDocument.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogueDocument document() {
        try (InputStream json = Replay.resource("catalogue.json")) {
            return switch (CatalogueJson.read(json)) {
                case CatalogueJson.Reading.Read read -> read.document();
                case CatalogueJson.Reading.Unreadable unreadable ->
                    throw new IllegalStateException("The demonstration's catalogue: " + unreadable.problem());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends and submits what is left for somebody to decide. */
    private void leaveWaiting(Waiting.Entry entry) {
        Instant sentAt = daysAgo(entry.daysAgo());
        var upload = new Upload(entry.institution(), entry.sentBy(), null, entry.fileName(), "comma", false, sentAt);
        long submission;
        try (InputStream bytes = Replay.resource(entry.file())) {
            submission = intake.receive(upload, bytes).submission();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner.finish(submission);
        if (submissions.state(submission) == SubmissionState.VALIDATED) {
            findings.explainOpen(submission, entry.explanation(), entry.sentBy(), sentAt);
        }
        step(submission, SubmissionState.VALIDATED, Action.SUBMIT, entry.sentBy(), entry.comment(), sentAt);
        if (entry.firstApprovedBy() != null) {
            step(submission, SubmissionState.SUBMITTED, Action.APPROVE, entry.firstApprovedBy(), "", sentAt);
        }
        Waiting.Returned returned = entry.returned();
        if (returned != null) {
            step(
                    submission,
                    SubmissionState.SUBMITTED,
                    Action.RETURN,
                    returned.by(),
                    returned.comment(),
                    daysAgo(returned.daysAgo()));
        }
        runner.finish(submission);
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES);
    }

    private void submit(Event event, String explanation, String secondApprover) {
        String sender = Objects.requireNonNull(event.sentBy());
        Instant receivedAt = Objects.requireNonNull(event.receivedAt());
        long submission = receive(event, sender, receivedAt).submission();
        runner.finish(submission);
        if (submissions.state(submission) == SubmissionState.VALIDATED) {
            findings.explainOpen(submission, explanation, sender, receivedAt);
        }
        step(submission, SubmissionState.VALIDATED, Action.SUBMIT, sender, event.comment(), receivedAt);
        step(
                submission,
                SubmissionState.SUBMITTED,
                Action.APPROVE,
                Objects.requireNonNull(event.approvedBy()),
                "",
                event.at());
        step(submission, SubmissionState.SUBMITTED, Action.APPROVE, secondApprover, "", event.at());
        runner.finish(submission);
        Work work = submissions.getWork(submission);
        if (work.acceptedAt() == null || work.touched() || work.unassessedRun() != null) {
            throw new IllegalStateException(event.file() + " did not become figures: submission " + submission + " is "
                    + work.state().code());
        }
    }

    private Receipt receive(Event event, String sender, Instant receivedAt) {
        var upload = new Upload(
                Objects.requireNonNull(event.institution()),
                sender,
                null,
                event.fileName(),
                event.numberFormat(),
                false,
                receivedAt);
        String mapping = event.mapping();
        if (mapping != null) {
            upload = upload.mappedBy(mappings.findFor(upload.institution(), mapping)
                    .orElseThrow()
                    .id());
        }
        try (InputStream bytes = event.open()) {
            return intake.receive(upload, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(
            long submission, SubmissionState from, Action action, String account, String comment, Instant at) {
        if (submissions.state(submission) == from
                && submissions.actAt(submission, action, account, comment, at) instanceof Transition.Refused refused) {
            throw new IllegalStateException(
                    action + " of submission " + submission + " was refused: " + refused.reason());
        }
    }
}
