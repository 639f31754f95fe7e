/** Keeps the register of the cooperation: entries of every kind with their versions, drafts, files and search. */
@NullMarked
package org.scpmonitor.register;

import org.jspecify.annotations.NullMarked;
