const pauseMs = 800
/** The server limits draft saves per day; steady typing must not use them up. */
const gapMs = 5_000
const retryMs = 15_000

/** Decides when typed text is next stored on the device, and when it is next sent. */
export class SavePace {
  readonly #due: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #unsavedSince: number | undefined
  #sendFrom = 0

  /** `due` is called at each pause in typing, and when waiting text may be sent. */
  constructor(due: () => void) {
    this.#due = due
  }

  get untilSendMs(): number {
    return this.#sendFrom - Date.now()
  }

  typed(): void {
    this.#unsavedSince ??= Date.now()
    // Steady typing has no pause, so text is stored after twice the pause at most.
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

  /** Called if text was typed while earlier text was being sent. */
  next(): void {
    this.#dueAfter(pauseMs)
  }

  /**
   * Sends nothing automatically for 15 seconds, or for the server's Retry-After if that is longer.
   * Returns the time from which text may be sent.
   */
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
