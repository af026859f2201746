import * as v from 'valibot'

const Payload = v.object({ version: v.number() })

/** The version a timer was set at: once a request has moved on, the timer is stale and does nothing. */
export function versionOf(payload: unknown): number {
  return v.parse(Payload, payload).version
}
