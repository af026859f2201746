import { ApiError } from '../http/problem.ts'

type Ask<Data> = () => Promise<Data>

const freshMs = 30_000
const triesAtMost = 3

/**
 * The server's last answer for one path. It is kept up to date while a part of the page uses it.
 */
export class CachedQuery<Data> {
  data = $state.raw<Data>()
  /** Why the last try failed; earlier data stays. */
  error = $state.raw<Error>()

  readonly #wanted = new Set<Ask<Data>>()
  #takenAt = 0
  /** The pending call whose answer counts. */
  #latest: Promise<Data> | undefined

  /**
   * Registers a part of the page that uses the answer, and loads the answer unless it is fresh.
   * Returns the function that ends this use.
   */
  want(ask: Ask<Data>): () => void {
    this.#wanted.add(ask)
    this.freshen()
    return () => this.#wanted.delete(ask)
  }

  /** Loads again if a part of the page uses the answer and it is older than 30 seconds. */
  freshen(): void {
    const [ask] = this.#wanted
    const isFresh = Date.now() - this.#takenAt < freshMs
    if (ask && !isFresh && !this.#latest) void this.askAnew(ask).catch(() => undefined)
  }

  /** Marks the answer out of date: reloads now if it is in use, else at its next use. */
  async expire(): Promise<void> {
    this.#takenAt = 0
    const [ask] = this.#wanted
    if (ask) await this.askAnew(ask).catch(() => undefined)
    else this.#latest = undefined
  }

  /** Loads now; answers of earlier pending calls are then ignored. */
  async askAnew(ask: Ask<Data>): Promise<Data> {
    const asking = this.#patiently(ask)
    this.#latest = asking
    try {
      const data = await asking
      if (this.#latest === asking) this.take(data)
      return data
    } catch (error) {
      if (this.#latest === asking) {
        this.#latest = undefined
        this.error = error instanceof Error ? error : new Error('unknown')
      }
      throw error
    }
  }

  /**
   * Stores data as the server's present answer, such as what a write returned. Answers of calls
   * that are still pending are then ignored.
   */
  take(data: Data): void {
    this.#latest = undefined
    this.data = data
    this.error = undefined
    this.#takenAt = Date.now()
  }

  /**
   * Asks the server. If there is no answer, or a server fault, asks again after one second and then
   * after two, unless the parts of the page that use the answer are gone by then.
   */
  async #patiently(ask: Ask<Data>, tried = 1): Promise<Data> {
    const isUsed = this.#wanted.size > 0
    try {
      return await ask()
    } catch (error) {
      const mayPass = error instanceof ApiError && (error.status === 0 || error.status >= 500)
      if (!mayPass || tried >= triesAtMost) throw error
      await new Promise((resolve) => setTimeout(resolve, tried * 1000))
      if (isUsed && this.#wanted.size === 0) throw error
      return this.#patiently(ask, tried + 1)
    }
  }
}
