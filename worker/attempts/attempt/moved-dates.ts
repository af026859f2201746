/**
 * How many times a missed date is replaced. After that no new date is given, because nobody would
 * trust it.
 */
export const mostMovedDates = 3

/** Whether dates were missed so often that no more are given. */
export const isUndated = (missed: number): boolean => missed >= mostMovedDates
