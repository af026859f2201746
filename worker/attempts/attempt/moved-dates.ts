/** So often a date is replaced by a new one. After that nobody believes the next, so there is none. */
export const mostMovedDates = 3

/** Whether dates were missed so often that no more are given. */
export const isUndated = (missed: number): boolean => missed >= mostMovedDates
