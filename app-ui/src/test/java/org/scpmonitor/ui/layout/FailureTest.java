package org.scpmonitor.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    @Test
    void who_leaves_before_the_answer_comes_is_no_failure(CapturedOutput log) {
        Failure.tell(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));
        assertThat(log).contains("Somebody left before the answer came").doesNotContain("Failure Failure", "ERROR");
    }

    @Test
    void what_fails_where_nobody_looks_stands_in_the_log_with_its_code_and_cause(CapturedOutput log) {
        Failure.tell(new ErrorEvent(new IllegalStateException("The file is gone")));
        assertThat(log.getOut())
                .containsPattern("ERROR .*Failure Failure [0-9A-F]{4} at /")
                .contains("IllegalStateException: The file is gone");
    }
}
