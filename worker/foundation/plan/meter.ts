/** What one invocation of a Worker uses. A batch of D1 is one subrequest and several queries. */
export interface Amounts {
  queries: number
  subrequests: number
  /** Calls to another Worker over a service binding. Each is a subrequest too. */
  calls: number
}

/** Thrown instead of a call that the plan does not allow any more. Nothing was sent. */
export class PlanUsedUp extends Error {
  override name = 'plan-used-up' as const

  constructor() {
    super('This run has used what the plan of the Cloudflare account allows.')
  }
}

const names = ['queries', 'subrequests', 'calls'] as const
const nothing: Amounts = { queries: 0, subrequests: 0, calls: 0 }

/** Counts what one invocation uses, and refuses a call that would pass the limit. */
export class Meter {
  readonly used: Amounts = { ...nothing }
  /** Whether it has refused a call, so that some work is not done. */
  hasRefused = false

  /** `whole` is the meter of the invocation, if this one is for a part of it. */
  constructor(
    readonly limit: Amounts,
    readonly whole?: Meter,
  ) {}

  /** Counts a call that is made now. Throws `PlanUsedUp` if there is no room for it. */
  spend(amounts: Partial<Amounts>): void {
    this.need(amounts)
    this.#add({ ...nothing, ...amounts })
  }

  /** Throws `PlanUsedUp` if there is no room for calls that must follow each other. */
  need(amounts: Partial<Amounts>): void {
    if (this.hasRoom(amounts)) return
    this.hasRefused = true
    throw new PlanUsedUp()
  }

  hasRoom(amounts: Partial<Amounts>): boolean {
    return names.every((name) => (amounts[name] ?? 0) <= this.left(name))
  }

  left(name: keyof Amounts): number {
    const own = this.limit[name] - this.used[name]
    return Math.min(own, this.whole?.left(name) ?? own)
  }

  /** A meter for a part of this run, which uses at most `most` and leaves `rest` for what follows. */
  part({ most = {}, rest = {} }: { most?: Partial<Amounts>; rest?: Partial<Amounts> } = {}): Meter {
    const limit = (name: keyof Amounts) =>
      Math.max(0, Math.min(most[name] ?? Infinity, this.left(name) - (rest[name] ?? 0)))
    return new Meter(
      {
        queries: limit('queries'),
        subrequests: limit('subrequests'),
        calls: limit('calls'),
      },
      this,
    )
  }

  #add(amounts: Amounts): void {
    for (const name of names) this.used[name] += amounts[name]
    if (this.whole) this.whole.#add(amounts)
  }
}
