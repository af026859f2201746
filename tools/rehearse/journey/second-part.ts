import { check } from '../check.ts'
import type { Rehearsal } from '../person.ts'
import { publish, signedBadge, verify } from './badge.ts'
import { crash, isTheSame } from './crash.ts'
import { type Cast, challenge } from './first-part.ts'
import { accept, ask, becomeFound, meet, search } from './hiring.ts'
import { reviewAll } from './reviews.ts'

/**
 * A review can be undone for a minute. Then scoring, decision, award and signature follow from each
 * other; on the free plan a run of the cron may do only one of them.
 */
const settledSeconds = 600
const deliveredSeconds = 300

/** From the reviews to the interview, with a `kill -9` between the last review and the badge. */
export async function playSecondPart(rehearsal: Rehearsal, cast: Cast): Promise<void> {
  const { report } = rehearsal
  const { admin, student, recruiter, openingId } = cast
  await judge(rehearsal, cast)

  const badge = await report.step('The decision is made and the badge is signed', () =>
    report.waitFor('the last review can be undone for a minute', settledSeconds, () =>
      signedBadge(student),
    ),
  )
  await report.step('The student makes the badge public', () => publish(student, badge))
  await report.step('Three foreign verifiers accept the badge, and refuse it once altered', () =>
    verify(rehearsal, badge),
  )
  await report.step('The student agrees to be found', () => becomeFound(student, badge.id))
  const { path, deliverAt } = await report.step(
    'The recruiter finds a card without a name and asks for an interview',
    async () => {
      const [card] = await search(recruiter, openingId, student)
      check(card !== undefined, 'The search found nobody.')
      return ask(recruiter, { openingId, pseudonym: card.pseudonym, student })
    },
  )
  await report.step('The request reaches the student', async () => {
    await report.waitUntil(deliverAt, 'the recruiter can undo sending')
    await report.waitFor('the cron delivers it', deliveredSeconds, async () => {
      const { status } = await student.ask('GET', path)
      return status === 200 ? true : undefined
    })
  })
  await report.step('The student accepts a time', () => accept(student, path))
  await report.step('The recruiter reads who it is; both get a calendar file', () =>
    meet(recruiter, student, path),
  )
  await report.step('The admin reads the audit trail of the programme', async () => {
    const { entries } = await admin.get('/api/audit-entries')
    check(entries.length > 0, 'It is empty.')
  })
}

/** Two peers judge at the same time, then the mentor. */
async function judge(rehearsal: Rehearsal, { admin, student, peers, mentor, recruiter }: Cast) {
  const { report } = rehearsal
  await report.step('Two peers judge what they are offered', async () => {
    const given = await Promise.all(peers.map((peer) => reviewAll(report, peer, challenge)))
    const sum = given.reduce((total, one) => total + one, 0)
    check(sum >= peers.length, `Only ${sum} answers were offered.`)
  })
  await report.step('The mentor judges the answer', () =>
    report.waitFor('peer reviews can be undone for a minute', settledSeconds, async () =>
      (await reviewAll(report, mentor, challenge)) > 0 ? true : undefined,
    ),
  )
  await report.step(
    'kill -9 after a write; the same data and keys go on, and its mail comes once',
    () => crash(rehearsal, admin, { email: 'kofi@people.example', isAnswered: true }),
  )
  await report.step('Everybody is still signed in, and names still open', () =>
    isTheSame([admin, student, ...peers, mentor, recruiter]),
  )
}
