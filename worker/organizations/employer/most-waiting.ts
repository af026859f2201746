/** Of each kind that waits for the operator: the oldest are listed, and the page says where there are more. */
export const mostWaiting = 100
