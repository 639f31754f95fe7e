package org.scpmonitor.batch.offence;

import com.vaadin.flow.component.button.Button;
import org.scpmonitor.config.ScpSettings;

/** A job that knows of screens and of the process's configuration. */
record JobWithAButton(Button button, ScpSettings settings) {}
