import type { KeptAnswer } from './kept-answer.svelte.ts'
import type { Question } from './question.ts'

/** Keeps what was answered, by the path that was asked. */
interface Keeper {
  of: <Data>(path: string) => KeptAnswer<Data>
}

/** An answer as a page shows it. It follows the question when that changes. */
export class Watched<Data> {
  readonly #answers: Keeper
  readonly #question: () => Question<Data>
  #kept = $derived.by(() => this.#answers.of<Data>(this.#question().path))

  constructor(answers: Keeper, question: () => Question<Data>) {
    this.#answers = answers
    this.#question = question
    $effect(() => {
      const { path, ask, everyMs, ready = true } = question()
      if (!ready) return
      const kept = answers.of<Data>(path)
      const end = kept.want(ask)
      const timer = everyMs && setInterval(() => void kept.expire(), everyMs)
      return () => {
        clearInterval(timer)
        end()
      }
    })
  }

  get data(): Data | undefined {
    return this.#kept.data
  }

  get error(): Error | undefined {
    return this.#kept.error
  }

  get isError(): boolean {
    return this.error !== undefined
  }

  /** Nothing is known yet, good or bad. */
  get isPending(): boolean {
    return this.data === undefined && !this.isError
  }

  refetch(): Promise<void> {
    return this.#kept.expire()
  }
}
