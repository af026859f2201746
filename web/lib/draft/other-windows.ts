const name = 'mettle-work'

let opened: BroadcastChannel | undefined

/** One for this window, because a channel hears all others, also those of its own window. */
const channel = () =>
  (opened ??= 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined)

/** Tells the other windows of this browser that the work at this API path has changed. */
export function tellOthers(path: string): void {
  channel()?.postMessage(path)
}

/** Choosing a tab shows the page and gives it the focus: both count as one. */
const togetherMs = 50

/**
 * Calls `look` when another window has changed the work at this API path, and when the reader comes
 * back to this window: it may have been changed on another device. Returns the function that ends
 * this.
 */
export function watchOthers(path: string, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLeft = false
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, togetherMs)
  }
  const hear = ({ data }: MessageEvent<unknown>) => data === path && soon()
  const shown = () => document.hidden || soon()
  const left = () => (wasLeft = true)
  const back = () => wasLeft && soon()
  channel()?.addEventListener('message', hear)
  document.addEventListener('visibilitychange', shown)
  addEventListener('blur', left)
  addEventListener('focus', back)
  return () => {
    clearTimeout(timer)
    channel()?.removeEventListener('message', hear)
    document.removeEventListener('visibilitychange', shown)
    removeEventListener('blur', left)
    removeEventListener('focus', back)
  }
}
