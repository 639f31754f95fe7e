/** How a calculated indicator follows from others: the language, its check of units, and what it becomes in SQL. */
@NullMarked
package org.scpmonitor.formula;

import org.jspecify.annotations.NullMarked;
