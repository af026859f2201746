const pauseMs = 800
/** The server counts draft saves; steady typing must not use the day's allowance up. */
const gapMs = 5_000
const retryMs = 15_000

/** When words that are being typed are next kept on the device, and next sent. */
export class SavePace {
  readonly #due: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #unsavedSince: number | undefined
  #sendFrom = 0

  /** `due` is called at each pause in typing, and when what waits may be sent. */
  constructor(due: () => void) {
    this.#due = due
  }

  get untilSendMs(): number {
    return this.#sendFrom - Date.now()
  }

  typed(): void {
    this.#unsavedSince ??= Date.now()
    // Steady typing has no pause, so it is kept two pauses behind at most.
    this.#dueAfter(Math.min(pauseMs, this.#unsavedSince + 2 * pauseMs - Date.now()))
  }

  saved(): void {
    this.#unsavedSince = undefined
    this.#dueAfter(this.untilSendMs)
  }

  sent(): void {
    this.stop()
    this.#unsavedSince = undefined
    this.#sendFrom = Date.now() + gapMs
  }

  /** Words were typed while others were on their way. */
  next(): void {
    this.#dueAfter(pauseMs)
  }

  /** Not sent by itself before the server wants to be asked again. Returns when that is. */
  hold(retryAfterSeconds = 0): Date {
    const ms = Math.max(retryMs, retryAfterSeconds * 1000)
    this.#sendFrom = Date.now() + ms
    this.#dueAfter(ms)
    return new Date(this.#sendFrom)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #dueAfter(ms: number): void {
    this.stop()
    this.#timer = setTimeout(this.#due, ms)
  }
}
