/**
 * After this many missed dates no new one is given, because nobody would trust it. So a date is
 * replaced twice.
 */
export const mostMovedDates = 3

/** Whether dates were missed so often that no more are given. */
export const isUndated = (missed: number): boolean => missed >= mostMovedDates
