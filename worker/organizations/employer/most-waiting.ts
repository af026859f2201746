/**
 * How many items of each kind that waits for the operator are listed. The page says if there are
 * more.
 */
export const mostWaiting = 100
