const name = 'mettle-work'

let opened: BroadcastChannel | undefined

/** One channel for this window: a second one would receive what this window itself sends. */
const channel = () =>
  (opened ??= 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined)

/** Tells the other windows of this browser that the work at this API path has changed. */
export function tellOthers(path: string): void {
  channel()?.postMessage(path)
}

/** Choosing a tab makes the page visible and focuses it: two events, which must count as one. */
const togetherMs = 50

/**
 * Calls `look` when another window has changed the work at this API path, and when the reader comes
 * back to this window, because the work may have changed on another device. Returns the function
 * that stops this.
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
