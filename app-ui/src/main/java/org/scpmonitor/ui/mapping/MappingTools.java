package org.scpmonitor.ui.mapping;

import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.OurCodes;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SubmissionFiles;
import org.springframework.stereotype.Component;

/** What the mapping dialog asks. */
@Component
public record MappingTools(Mappings mappings, OurCodes codes, SubmissionFiles files, CurrentViewer viewers) {}
