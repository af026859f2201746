import EmployerPage from '../../../web/recruiter/interview/Request.svelte'
import type { Request } from '../../../web/recruiter/requests.ts'
import StudentPage from '../../../web/student/interview/Request.svelte'
import type { Request as Ask } from '../../../web/student/interview/requests.ts'
import { anAsk } from './asked.ts'
import { addressOf, aRequest, organization, requestId } from './hiring.ts'
import { agreed, anEvent } from './interviewing.ts'
import { openPage } from './open-page.ts'
import { aMembership, aSession } from './people.ts'
import { answer, sent, server } from './server.ts'

const path = `/api/interview-requests/${requestId}`
export const disclosureId = '5f1c2d3e-0000-4000-8000-0000000000d1'

export const anInterview = (more: Partial<Ask> = {}) =>
  anAsk({ ...agreed, events: [anEvent('accept', 'student')], ...more })

export const theirInterview = (more: Partial<Request> = {}) =>
  aRequest({
    ...agreed,
    disclosureId,
    events: [{ ...anEvent('accept', 'student'), cause: null }],
    ...more,
  })

interface Written {
  messages: object[]
  next: string | null
}

/** The Worker's answers about an interview, before and after a step. */
interface Shown<R> {
  request: R
  /** The request after a successful step. */
  afterwards?: R
  /** The answer to a step. */
  onStep?: () => Promise<Response>
  messages?: Record<string, Written>
}

function serve<R>(side: 'student' | 'employer', shown: Shown<R>): void {
  const { afterwards, onStep, messages = {} } = shown
  let now = shown.request
  server.mockImplementation(async (input, init) => {
    const address = addressOf(input)
    if (init?.method !== undefined && init.method !== 'GET') {
      const met = await (onStep?.() ?? answer({}, 201))
      if (afterwards) now = afterwards
      return met
    }
    const [, after = ''] = address.split('after=')
    if (address.includes('/messages')) {
      return answer(messages[after] ?? { messages: [], next: null })
    }
    if (address.includes('/disclosures/')) {
      const until = '2027-05-25T18:00:00.000Z'
      return answer({ name: 'Leila Haddad', email: 'leila@post.example', telephone: null, until })
    }
    if (address.endsWith('/consents')) return answer({ consents: [] })
    return answer({ side, request: now })
  })
}

export function openAsStudent(shown: Shown<Ask>) {
  serve('student', shown)
  const first = { [path]: { side: 'student', request: shown.request } }
  return openPage(StudentPage, { requestId }, { session: aSession(), first })
}

export function openAsEmployer(shown: Shown<Request>) {
  serve('employer', shown)
  const first = {
    [path]: { side: 'employer', request: shown.request },
    '/api/organization': organization,
  }
  return openPage(
    EmployerPage,
    { requestId },
    { session: aSession([aMembership('recruiter')]), first },
  )
}

/** The steps that were sent: method, endpoint and body. */
export const steps = () =>
  server.mock.calls.flatMap(([input, init], call) => {
    const method = init?.method ?? 'GET'
    return method === 'GET' ? [] : [[method, addressOf(input).split('/').at(-1), sent(call)]]
  })
