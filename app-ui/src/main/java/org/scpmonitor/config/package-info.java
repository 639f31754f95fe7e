/** How the process is set up: its settings, its database, its clock. */
@NullMarked
package org.scpmonitor.config;

import org.jspecify.annotations.NullMarked;
