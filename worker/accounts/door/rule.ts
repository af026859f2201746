import type { Call, Role } from '../../foundation/call/call.ts'

type Param = Record<string, string>

/** Who may use a route, and the resource it is about. */
export interface Rule<Resource> {
  who: 'anyone' | 'account' | readonly Role[]
  /**
   * Loads the resource with SQL that contains the scope. Undefined, which becomes a 404, if the
   * resource does not exist or is out of the caller's reach.
   */
  load?: (call: Call, param: Param) => Promise<Resource | undefined>
  /** Requires a mailed code that was confirmed within the last ten minutes. */
  fresh?: true
  /** Only for people of the operator programme. */
  operator?: true
  /** A page without script. It shows the menu of the signed-in person. */
  page?: true
  /** A file to download, opened by a plain link. */
  download?: true
  /** How often one account may use the route in a day. */
  perDay?: number
  /**
   * Allows a POST without an Idempotency-Key: plain forms, and asking for and entering a code for a
   * fresh proof.
   */
  unkeyed?: true
  /**
   * Another program sends the request, not one of our pages, so no Origin is checked: a signature
   * or the token in the address shows that the program may.
   */
  outside?: true
}

const shapes: [name: RegExp, shape: RegExp][] = [
  [/^(?:challengeId|promptId|itemId|skill|slug|type)$/, /^[a-z0-9]+(?:-[a-z0-9]+)*$/],
  [/^token$/, /^[\w-]{43}$/],
  [
    /^(?:\w+Id|pseudonym)$/,
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  ],
]

/** A malformed id cannot exist, so it is refused without a database read. */
export function areShaped(param: Param): boolean {
  return Object.entries(param).every(([name, value]) => {
    const [, shape] = shapes.find(([pattern]) => pattern.test(name)) ?? []
    return value.length <= 120 && (!shape || shape.test(value))
  })
}
