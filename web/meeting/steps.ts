import { done, unwrap } from '../lib/http/response.ts'
import { api, type CallOptions } from '../lib/http/api.ts'

const doors = api.interviewRequests[':requestId']

type JsonOf<Door> = Door extends (args: infer Args, ...more: never[]) => unknown
  ? Args extends { json: infer Json }
    ? Json
    : never
  : never

/** The steps that can be taken on an interview, by API endpoint. */
export type Step =
  | { to: 'offers'; json: JsonOf<typeof doors.offers.$post> }
  | { to: 'keep'; version: number }
  | { to: 'bookings'; json: JsonOf<typeof doors.bookings.$post> }
  | { to: 'cancellation'; json: JsonOf<typeof doors.cancellation.$post> }
  | { to: 'meeting'; json: JsonOf<typeof doors.meeting.$put> }
  | { to: 'attendance'; json: JsonOf<typeof doors.attendance.$post> }
  | { to: 'dispute' }
  | { to: 'outcomes'; json: JsonOf<typeof doors.outcomes.$post> }
  | { to: 'note'; json: JsonOf<typeof doors.note.$put> }

export function askStep(requestId: string, step: Step, options: CallOptions): Promise<unknown> {
  const param = { requestId }
  switch (step.to) {
    case 'offers':
      return unwrap(doors.offers.$post({ param, json: step.json }, options))
    case 'keep':
      return done(doors.offers.$delete({ param, query: { version: `${step.version}` } }, options))
    case 'bookings':
      return unwrap(doors.bookings.$post({ param, json: step.json }, options))
    case 'cancellation':
      return unwrap(doors.cancellation.$post({ param, json: step.json }, options))
    case 'meeting':
      return unwrap(doors.meeting.$put({ param, json: step.json }, options))
    case 'attendance':
      return unwrap(doors.attendance.$post({ param, json: step.json }, options))
    case 'dispute':
      return unwrap(doors.dispute.$post({ param }, options))
    case 'outcomes':
      return unwrap(doors.outcomes.$post({ param, json: step.json }, options))
    case 'note':
      return done(doors.note.$put({ param, json: step.json }, options))
  }
}
