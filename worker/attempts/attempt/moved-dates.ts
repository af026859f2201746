/**
 * After this many missed dates no new one is given, because nobody would trust it. So a date is
 * replaced twice.
 */
export const mostMovedDates = 3

/** Whether a submission has missed so many dates that it gets no new one. */
export const isUndated = (missed: number): boolean => missed >= mostMovedDates
