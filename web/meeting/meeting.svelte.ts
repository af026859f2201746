import { tick } from 'svelte'

import type { OutcomeKind } from '../../worker/interviews/outcome/outcome-input.ts'
import type { Act } from '../lib/http/act.svelte.ts'
import { useAct, useRouter, useToasts } from '../lib/page/context.ts'
import { holdWhile } from '../lib/router/router.svelte.ts'
import { refresh, useQueryCache } from '../lib/query/query-cache.ts'
import { focusOn } from '../lib/router/focus.ts'
import { requestsPath } from './interview.ts'
import { changeIn, type Change } from './change.ts'
import { SlotDraft } from './slots.svelte.ts'
import { askStep, type Step } from './steps.ts'

/** What somebody is typing about an interview. It is kept when the other side changes something. */
export class Typed {
  /** Times offered instead of the booked one. */
  slots = $state.raw([new SlotDraft()])
  slotId = $state<string>()
  /** Why the interview is cancelled. */
  reason = $state('')
  outcome = $state<OutcomeKind>()
  feedback = $state('')
  withoutFeedback = $state(false)
  later = $state<OutcomeKind>()
  /** A message to the other side. */
  words = $state('')

  /** Whether there are words that were not sent. */
  get hasWords(): boolean {
    return [this.reason, this.feedback, this.words].some((text) => text.trim() !== '')
  }
}

/** A step that was refused because the interview changed first, or has begun. */
export interface Moved {
  to: Step['to']
  hasBegun: boolean
  change: Change | undefined
}

/** Takes steps on an interview, one at a time, and keeps what is typed for them. */
export class Meeting {
  readonly typed = new Typed()
  readonly #act: Act<Step, true>
  readonly #taken: (step: Step, done: string) => Promise<void>
  readonly #refused: () => Promise<void>
  #to = $state<Step['to']>()

  constructor(
    act: Act<Step, true>,
    taken: (step: Step, done: string) => Promise<void>,
    refused: () => Promise<void>,
  ) {
    this.#act = act
    this.#taken = taken
    this.#refused = refused
  }

  isPending(to: Step['to']): boolean {
    return this.#act.pending && this.#to === to
  }

  /** Why the last try of this step failed, unless `moved` says it. */
  refusal(to: Step['to']) {
    return this.#to === to && !this.moved ? this.#act.refusal : undefined
  }

  /**
   * The last try, if the other side or a colleague changed the interview first, or it has begun.
   */
  get moved(): Moved | undefined {
    const refusal = this.#act.refusal
    const hasBegun = refusal?.is('interview-started') ?? false
    if (!refusal || !this.#to || !(hasBegun || refusal.is('interview-request-moved')))
      return undefined
    return { to: this.#to, hasBegun, change: changeIn(refusal) }
  }

  /** Whether the last try of any step was refused. */
  get isRefused(): boolean {
    return this.#act.refusal !== undefined
  }

  /** These words were sent. */
  #sent(to: Step['to']): void {
    if (to === 'cancellation') this.typed.reason = ''
    if (to === 'outcomes') this.typed.feedback = ''
  }

  /** Takes a step; `done` is the message if it succeeds. */
  async take(step: Step, done: string): Promise<boolean> {
    if (this.#act.pending) return false
    this.#to = step.to
    if (await this.#act.run(step)) {
      this.#sent(step.to)
      await this.#taken(step, done)
      return true
    }
    // What the page shows is out of date: ask for it again. `typed` stays as it is.
    if (this.#act.refusal?.status === 409) await this.#refused()
    return false
  }
}

/** Steps that keep the page as it is, so the focus also stays. */
const staying: readonly Step['to'][] = ['note', 'meeting']

export function useMeeting(requestId: () => string): Meeting {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  const act = useAct(async (step: Step, options) => {
    await askStep(requestId(), step, options)
    return true as const
  })
  const meeting = new Meeting(
    act,
    async ({ to }, done) => {
      toasts.say(done)
      await refresh(cache, requestsPath, ...(to === 'cancellation' ? ['/api/consents'] : []))
      if (staying.includes(to)) return
      // The form is gone, so the focus goes to the page's heading.
      await tick()
      scrollTo({ top: 0 })
      focusOn(undefined, '')
    },
    () => refresh(cache, requestsPath),
  )
  holdWhile(useRouter(), () => meeting.typed.hasWords)
  return meeting
}
