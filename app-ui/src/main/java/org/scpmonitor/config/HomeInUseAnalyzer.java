package org.scpmonitor.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts a second monitor on the same directory what to do, in two sentences. */
class HomeInUseAnalyzer extends AbstractFailureAnalyzer<HomeInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, HomeInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop it, or set SCP_HOME and SCP_PORT to run a second one beside it.",
                cause);
    }
}
