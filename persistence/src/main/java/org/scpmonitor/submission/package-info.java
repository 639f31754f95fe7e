/** What institutions send: submissions, what was found in them, and their values before approval. */
@NullMarked
package org.scpmonitor.submission;

import org.jspecify.annotations.NullMarked;
