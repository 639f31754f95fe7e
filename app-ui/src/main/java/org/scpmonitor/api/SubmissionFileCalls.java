package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.submission.SubmissionFiles;
import org.scpmonitor.submission.SubmissionList;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of a submission as they were sent. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/file")
class SubmissionFileCalls {

    private final SubmissionList submissions;
    private final SubmissionFiles files;

    SubmissionFileCalls(SubmissionList submissions, SubmissionFiles files) {
        this.submissions = submissions;
        this.files = files;
    }

    @GetMapping
    void file(Viewer viewer, @PathVariable long id, HttpServletResponse response) throws IOException {
        SubmissionList.Item submission =
                submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(submission.fileSize());
        response.setHeader(HttpHeaders.ETAG, '"' + submission.sha256() + '"');
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(submission.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        files.writeTo(id, response.getOutputStream());
    }
}
