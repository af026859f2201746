/**
 * How many waiting items of each kind are listed for the operator. The page says if there are more.
 */
export const mostWaiting = 100
