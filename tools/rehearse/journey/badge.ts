import type { Json } from '../../../test/support/json.ts'
import { askVerifiers } from '../../../test/support/by-doors/verify.ts'
import { Browser } from '../browser.ts'
import { check } from '../check.ts'
import type { Person, Rehearsal } from '../person.ts'

interface Badge {
  id: string
  page: string
  state: string
  skill: string
  publication: { version: number }
}

/** The student's badge once it is signed. */
export async function signedBadge(student: Person): Promise<Badge | undefined> {
  const { credentials } = await student.get('/api/credentials')
  return credentials.find(({ state }: Badge) => state === 'in-force')
}

export async function publish(student: Person, { id, publication }: Badge): Promise<void> {
  await student.confirm()
  const page = { on: true, showName: false, listed: false, version: publication.version }
  await student.put(`/api/credentials/${id}/publication`, page)
}

/** Strangers read the badge from the origin, and foreign verifiers judge it. */
export async function verify({ instance }: Rehearsal, { page }: Badge): Promise<void> {
  const stranger = new Browser(instance)
  const read = async (address: string): Promise<Json> => {
    const { pathname } = new URL(address)
    const { status, body, text } = await stranger.ask('GET', pathname, undefined, {
      accept: 'application/json',
    })
    check(status === 200 && body, `GET ${address} answered ${status}: ${text}`)
    return body
  }
  const { issued, altered } = await askVerifiers(read, page)
  const complaints = Object.values(issued).flat()
  check(complaints.length === 0, `A verifier refused the badge: ${JSON.stringify(issued)}`)
  const isSeen = Object.values(altered).every((found) => found.length > 0)
  check(isSeen, `A verifier accepted an altered badge: ${JSON.stringify(altered)}`)
}
