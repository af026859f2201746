import type { Bindings, MailBinding } from '../../env.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { clock } from '../../foundation/call/clock.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { drain } from '../../foundation/outbox/drain.ts'
import { reactions } from '../../reactions.ts'
import { tick } from '../../tick.ts'
import { Client } from './client.ts'
import { signIn } from './sign-in.ts'
import { devMailbox } from '../mailbox.ts'

export interface Person {
  email: string
  accountId: string
  /** The person's memberships. The employer's admin has two, because they are also a recruiter. */
  acting: Acting[]
}

const minuteMs = 60_000
const dayMs = 86_400_000
/**
 * A whole tick is slow because of the duties in tick.ts. The demo needs one only every six hours.
 */
const tickEveryMs = 6 * 60 * minuteMs
const unlimited = { limit: () => Promise.resolve({ success: true }) }

/** The state of the demo: its people, and a clock that starts weeks ago and only moves forward. */
export class Stage {
  readonly people = new Map<string, Person>()
  /** Attempt ids by `<student> <challenge>`. */
  readonly attemptIds = new Map<string, string>()
  readonly openingIds = new Map<string, string>()
  readonly requestIds = new Map<string, string>()
  /** The last sign-in code mailed to each address. */
  readonly codes = new Map<string, string>()
  /** The last invitation token mailed to each address. */
  readonly invitations = new Map<string, string>()
  readonly seededAt: Date
  now: Date
  #local: Bindings
  #tickedAt = new Date(0)

  constructor(local: Bindings) {
    this.#local = local
    this.seededAt = clock(local)
    this.now = new Date(0)
  }

  /**
   * Moves the clock forward to this many days before the seeding, and runs the notes that are due.
   * If the last tick was six hours ago or more, runs a whole tick.
   */
  async goTo(daysAgo: number): Promise<void> {
    const then = this.seededAt.getTime() - daysAgo * dayMs
    this.now = new Date(Math.max(this.now.getTime(), then))
    const sinceTick = this.now.getTime() - this.#tickedAt.getTime()
    if (sinceTick >= tickEveryMs) await this.settle()
    else await drain(this.env, reactions)
  }

  /** Runs ticks until all work that is due is done. */
  async settle(): Promise<void> {
    this.#tickedAt = this.now
    for (let runs = 0; runs < 20; runs++) if (await tick(this.env)) return
  }

  wait(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * minuteMs)
  }

  /** The Worker's environment at this time of the demo, without rate limits. */
  get env(): Bindings {
    return {
      ...this.#local,
      CLOCK_OFFSET_MS: this.now.getTime() - clock({}).getTime(),
      MAIL: this.#mail(),
      BY_ADDRESS: unlimited,
      BY_ACCOUNT: unlimited,
      BY_SIGN_IN: unlimited,
    }
  }

  /** A call without a person, like that of scheduled work, at this time of the demo. */
  get call(): Call {
    return systemCall(this.env, crypto.randomUUID(), this.now)
  }

  person(id: string): Person {
    const person = this.people.get(id)
    if (!person) throw new Error(`${id} has not joined yet.`)
    return person
  }

  /** The call that a request of this person would have, for an act without a route. */
  callOf(id: string, role?: Acting['role']): Call {
    const { accountId, acting } = this.person(id)
    const chosen = role ? acting.find((one) => one.role === role) : acting[0]
    const { call } = this
    const write = { ...call.write, accountId }
    return {
      ...call,
      actorId: accountId,
      write,
      provenAt: this.now,
      ...(chosen && { acting: chosen }),
    }
  }

  /** A browser signed in as this person, with a fresh proof. */
  async as(id: string, role?: Acting['role']): Promise<Client> {
    const call = this.callOf(id, role)
    const membershipId = call.acting?.membershipId ?? null
    return new Client(this, await signIn(call, call.actorId, membershipId))
  }

  #mail(): MailBinding {
    return {
      send: async (mail) => {
        const code = /code for Mettle is (\w+)/.exec(mail.text)?.[1]
        const invitation = /\/invitations\/([\w-]{43})/.exec(mail.text)?.[1]
        if (invitation) this.invitations.set(mail.to, invitation)
        // Mails with sign-in codes are not shown on /dev/mail, because nobody needs old codes.
        if (code) this.codes.set(mail.to, code)
        else await devMailbox(this.env).send(mail)
      },
    }
  }
}
