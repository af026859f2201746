import { anAdmin, aProgramme, type Organization, type Person } from './builders.ts'

export interface Side {
  home: Organization
  admin: Person
}

export async function aSide(name?: string): Promise<Side> {
  const home = await aProgramme(name ? { name } : {})
  return { home, admin: await anAdmin({ in: home }) }
}

/** An admin of `one` asks the programme of `other`; returns the id of the question. */
export async function asks({ admin }: Side, { home }: Side): Promise<string> {
  const { status, body, text } = await admin.client.post('/api/reviewer-sharings', {
    programme: home.slug,
  })
  if (status !== 201) throw new Error(`Not asked: ${status} ${text}`)
  return String(body.id)
}

export const answers = ({ admin }: Side, id: string, answer: 'accepted' | 'declined') =>
  admin.client.post(`/api/reviewer-sharings/${id}/answer`, { answer })

/** Two programmes that share reviewers, with the id of the sharing. */
export async function twoThatShare(names: [string?, string?] = []) {
  const [one, other] = [await aSide(names[0]), await aSide(names[1])]
  const id = await asks(one, other)
  const { status, text } = await answers(other, id, 'accepted')
  if (status !== 201) throw new Error(`Not accepted: ${status} ${text}`)
  return { one, other, id }
}
