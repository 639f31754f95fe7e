package org.scpmonitor.listing;

import java.util.List;

/**
 * Some of the items of a list.
 *
 * @param page which part this is, from 0
 * @param size how many items a page holds at most
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
