package org.scpmonitor.method;

import java.math.BigDecimal;

/**
 * Examples of what the database computes, by the functions that compute the figures.
 *
 * @param product half-width in % of the product of values with 5, 2.2 and 1.5 %
 * @param chain half-width in % of an impact that is the product of parts with 18 and 2.2 %
 * @param estimate of what is missing beside 90 that stand for nine tenths of the volume
 * @param modifiedZ of 112, ten values before lying around 100 with a median distance of 2
 */
public record MethodExamples(BigDecimal product, BigDecimal chain, BigDecimal estimate, BigDecimal modifiedZ) {}
