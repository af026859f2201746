import { Person, type Rehearsal } from '../person.ts'

export const programmeName = 'Northgate College'

interface Invited {
  name: string
  email: string
  role: 'student' | 'mentor'
}

/** The first admin opens the link that was printed and names the programme. The link works once. */
export async function foundProgramme(rehearsal: Rehearsal, link: string): Promise<Person> {
  const admin = new Person(rehearsal, { name: 'Ada Okafor', email: 'ada@northgate.example' })
  await admin.arrive()
  const { pathname, search, searchParams } = new URL(link)
  await admin.get(`${pathname}${search}`)
  const taken = { token: searchParams.get('token'), programmeName }
  const { membershipId } = await admin.post('/api/first-admin', taken)
  await admin.actAs(membershipId)
  const again = await admin.ask('POST', '/api/first-admin', taken)
  if (again.status < 400) throw new Error(`The link worked a second time: ${again.text}`)
  return admin
}

/** Invites a person by mail, who signs in and accepts. */
export async function join(
  rehearsal: Rehearsal,
  admin: Person,
  { role, ...named }: Invited,
): Promise<Person> {
  await admin.post('/api/invitations', { emails: [named.email], role })
  const person = new Person(rehearsal, named)
  const token = await person.mail(/\/invitations\/([\w-]{43})$/m)
  await person.arrive(role === 'student' ? 1999 : undefined)
  const { membershipId } = await person.post(`/api/invitations/${token}/acceptance`)
  await person.actAs(membershipId)
  return person
}
