import type { Call, Role } from '../../foundation/call/call.ts'

type Param = Record<string, string>

/** Who may use a route, and the resource it is about. */
export interface Rule<Resource> {
  who: 'anyone' | 'account' | readonly Role[]
  /** Loads by SQL that carries the scope; somebody else's resource is `undefined`, and so a 404. */
  load?: (call: Call, param: Param) => Promise<Resource | undefined>
  /** Wants a code proven within the last ten minutes. */
  fresh?: true
  /** Only for people of the operator programme. */
  operator?: true
  /** A page without script: it shows the menu of whoever is signed in. */
  page?: true
  /** Opened by a plain link: a file to keep. */
  download?: true
  /** How often one account may do this in a day. */
  perDay?: number
  /** A POST without an Idempotency-Key: signing in, where nobody is known yet. */
  unkeyed?: true
}

const shapes: [name: RegExp, shape: RegExp][] = [
  [/^(?:challengeId|promptId|itemId|skill|slug|type)$/, /^[a-z0-9]+(?:-[a-z0-9]+)*$/],
  [/^token$/, /^[\w-]{43}$/],
  [
    /^(?:\w+Id|pseudonym)$/,
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  ],
]

/** A malformed id names nothing, and needs no database to say so. */
export function areShaped(param: Param): boolean {
  return Object.entries(param).every(([name, value]) => {
    const [, shape] = shapes.find(([pattern]) => pattern.test(name)) ?? []
    return value.length <= 120 && (!shape || shape.test(value))
  })
}
