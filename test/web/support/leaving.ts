/** Whether the browser would ask before this page is left. */
export function asksBeforeLeaving(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }))
}
