/** Who approves a submission: the paths of programmes, what has been given, stand-ins, and remarks to single values. */
@NullMarked
package org.scpmonitor.approval;

import org.jspecify.annotations.NullMarked;
