import { type Opening, useOpenings } from './openings.ts'

/**
 * One of the employer's openings, as a query. A colleague may have described it after this tab
 * loaded the list, so a list without it is loaded once more before the page says that it does not
 * exist.
 */
export class OneOpening {
  readonly #openings = useOpenings()
  readonly #id: () => string
  #lookedAgainFor = $state<string>()

  constructor(id: () => string) {
    this.#id = id
    let asked: string | undefined
    $effect(() => {
      const wanted = id()
      if (this.#openings.data === undefined || this.found || asked === wanted) return
      asked = wanted
      void this.#openings.refetch().then(() => (this.#lookedAgainFor = wanted))
    })
  }

  get found(): Opening | undefined {
    return this.#openings.data?.openings.find(({ id }) => id === this.#id())
  }

  /** Undefined until it is known whether there is one. */
  get data(): { opening: Opening | undefined } | undefined {
    const isKnown = this.found !== undefined || this.#lookedAgainFor === this.#id()
    return this.#openings.data && isKnown ? { opening: this.found } : undefined
  }

  get error(): Error | undefined {
    return this.#openings.error
  }

  get isError(): boolean {
    return this.#openings.isError
  }

  refetch(): Promise<void> {
    return this.#openings.refetch()
  }
}
