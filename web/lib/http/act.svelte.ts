import type { CallOptions } from './api.ts'
import { type ApiError, freshProof, refusalFor } from './problem.ts'
import type { Proof } from './proof.svelte.ts'

type Ask<Input, Answer> = (input: Input, options: CallOptions) => Promise<Answer>

/**
 * One write that a page can send, and its outcome. A try that may have reached the server keeps its
 * Idempotency-Key, so a retry cannot do it twice. Made by `useAct`.
 */
export class Act<Input, Answer> {
  pending = $state(false)
  /** Why the last try failed. */
  refusal = $state.raw<ApiError>()

  /** Called after a 404: the thing that the write is about no longer exists. */
  whenGone: (() => void) | undefined

  readonly #ask: Ask<Input, Answer>
  readonly #proof: Proof
  #unsure: { body: string; key: string } | undefined

  constructor(ask: Ask<Input, Answer>, proof: Proof) {
    this.#ask = ask
    this.#proof = proof
  }

  /**
   * The answer, or undefined if there is a refusal to show. Ignored while another run is pending.
   */
  async run(input: Input): Promise<Answer | undefined> {
    if (this.pending) return undefined
    this.pending = true
    this.refusal = undefined
    const key = this.#keyFor(input)
    try {
      const answer = await this.#proven(() =>
        this.#ask(input, { headers: { 'idempotency-key': key } }),
      )
      this.#unsure = undefined
      return answer
    } catch (error) {
      this.refusal = refusalFor(error)
      if (!this.refusal.mayPass) this.#unsure = undefined
      if (this.refusal.is('not-found')) this.whenGone?.()
      return undefined
    } finally {
      this.pending = false
    }
  }

  forget(): void {
    this.refusal = undefined
  }

  #keyFor(input: Input): string {
    const body = JSON.stringify(input) ?? ''
    if (this.#unsure?.body !== body) this.#unsure = { body, key: crypto.randomUUID() }
    return this.#unsure.key
  }

  /** If the server asks for fresh proof of identity, asks the person once and repeats the call. */
  async #proven(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call()
    } catch (error) {
      const refusal = refusalFor(error)
      if (!refusal.is(freshProof) || !(await this.#proof.ask())) throw refusal
      return call()
    }
  }
}
