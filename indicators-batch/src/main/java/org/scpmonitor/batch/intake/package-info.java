/**
 * From a file as it was sent to rows and findings. Reading is streamed: what is held at a time is one row, the shared
 * strings of a workbook (bounded), and nothing else that grows with the file.
 */
@NullMarked
package org.scpmonitor.batch.intake;

import org.jspecify.annotations.NullMarked;
