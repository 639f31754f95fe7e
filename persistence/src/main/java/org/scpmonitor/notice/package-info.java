/** What people are told of steps that concern them. */
@NullMarked
package org.scpmonitor.notice;

import org.jspecify.annotations.NullMarked;
