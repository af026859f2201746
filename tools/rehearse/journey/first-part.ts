import { applyByDoors, jobTitle, openJob } from '../../../test/support/by-doors/employer.ts'
import { playByDoors } from '../../../test/support/by-doors/play.ts'
import { practiseByDoors } from '../../../test/support/by-doors/practise.ts'
import { check } from '../check.ts'
import { Person, type Rehearsal } from '../person.ts'
import { foundProgramme, join } from './college.ts'
import { search } from './hiring.ts'

export interface Cast {
  admin: Person
  student: Person
  peers: readonly Person[]
  mentor: Person
  recruiter: Person
  openingId: string
}

export const challenge = 'hand-to-hand'
/** A word of the student's answers that nobody else writes. */
export const ownWord = 'Quillon'

/** From the first admin to answers that wait for reviews, and an employer that may search. */
export async function playFirstPart(rehearsal: Rehearsal, link: string): Promise<Cast> {
  const { report } = rehearsal
  const admin = await report.step(
    'The first admin opens the printed link and founds a programme; the link works once',
    () => foundProgramme(rehearsal, link),
  )
  const invite = (name: string, role: 'student' | 'mentor') => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@people.example`
    return join(rehearsal, admin, { name, email, role })
  }
  const { student, peers, mentor } = await report.step(
    'Three students and a mentor accept mailed invitations',
    async () => ({
      student: await invite('Noor Haddad', 'student'),
      peers: [await invite('Tomas Reyes', 'student'), await invite('Mei Lundqvist', 'student')],
      mentor: await invite('Joan Bellamy', 'mentor'),
    }),
  )
  await report.step('The student plays a whole challenge and hands in', () =>
    playByDoors(student, challenge, ownWord),
  )
  await report.step('Two peers do the same, and reviewers judge practice answers', async () => {
    for (const peer of peers) await playByDoors(peer, challenge, peer.name)
    for (const reviewer of [...peers, mentor]) await practiseByDoors(reviewer, challenge)
  })
  const { recruiter, openingId } = await report.step(
    'An employer applies; the operator approves it and its opening',
    () => openEmployer(rehearsal, admin),
  )
  await report.step('A search finds nobody, because nobody has agreed to be found', async () => {
    const cards = await search(recruiter, openingId, student)
    check(cards.length === 0, `It found ${JSON.stringify(cards)}`)
  })
  return { admin, student, peers, mentor, recruiter, openingId }
}

async function openEmployer(rehearsal: Rehearsal, admin: Person) {
  const email = 'ruth@harbourline.example'
  const recruiter = new Person(rehearsal, { name: 'Ruth Adeyemi', email })
  await recruiter.arrive()
  await applyByDoors(recruiter, admin)
  return { recruiter, openingId: await openJob(recruiter, admin, jobTitle) }
}
