import { ApiError } from '../http/problem.ts'

type Ask<Data> = () => Promise<Data>

const freshMs = 30_000
const triesAtMost = 3

/** What the server last said to one question, and who on this page wants to know. */
export class CachedQuery<Data> {
  data = $state.raw<Data>()
  /** Why the last try failed; what was known before stays. */
  error = $state.raw<Error>()

  readonly #wanted = new Set<Ask<Data>>()
  #takenAt = 0
  /** The call under way whose answer counts. */
  #latest: Promise<Data> | undefined

  /** Keeps the answer for as long as somebody wants it. Returns the function that ends that. */
  want(ask: Ask<Data>): () => void {
    this.#wanted.add(ask)
    this.freshen()
    return () => this.#wanted.delete(ask)
  }

  /** Asks again if somebody wants it and it may be out of date. */
  freshen(): void {
    const [ask] = this.#wanted
    const isFresh = Date.now() - this.#takenAt < freshMs
    if (ask && !isFresh && !this.#latest) void this.askAnew(ask).catch(() => undefined)
  }

  /** Known to be out of date: asked again at once, or when somebody next wants it. */
  async expire(): Promise<void> {
    this.#takenAt = 0
    const [ask] = this.#wanted
    if (ask) await this.askAnew(ask).catch(() => undefined)
    else this.#latest = undefined
  }

  /** Asks now, and what a call before this one still brings does not count. */
  async askAnew(ask: Ask<Data>): Promise<Data> {
    const asking = patiently(ask)
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

  /** Takes what a write answered with; a call that is still under way comes too late. */
  take(data: Data): void {
    this.#latest = undefined
    this.data = data
    this.error = undefined
    this.#takenAt = Date.now()
  }
}

/** Tries again where no answer came or the fault was ours: after one second, then after two. */
async function patiently<Data>(ask: Ask<Data>, tried = 1): Promise<Data> {
  try {
    return await ask()
  } catch (error) {
    const mayPass = error instanceof ApiError && (error.status === 0 || error.status >= 500)
    if (!mayPass || tried >= triesAtMost) throw error
    await new Promise((resolve) => setTimeout(resolve, tried * 1000))
    return patiently(ask, tried + 1)
  }
}
