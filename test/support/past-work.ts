import { env } from 'cloudflare:workers'

import { pastWork } from '../../tools/scenarios/past-work.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { publishChallengeVersion } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import type { Person } from './builders.ts'
import { criteria } from './reviews.ts'
import { aPublication } from './small-challenge.ts'

/** The challenge in which people tell of past work in collaboration. */
export async function aPastWorkChallenge() {
  const publication = pastWork(aPublication('two-boxes').version.rubric)
  const call = systemCall(env, `publish:past-work:${crypto.randomUUID()}`)
  const { hash } = await publishChallengeVersion(call, publication)
  return { id: publication.version.challenge.id, hash }
}

const told = (competency: string) =>
  `In the ward kitchen we were two people short one Friday, and ${competency} was what it came down to.
  I went to Amara and to the cook and said who takes the trolley at five, who does the trays and who
  answers the bell. I asked both if they could do it, and Amara said that her knee hurt, so I took
  the trolley myself and she did the trays. All forty meals were out by six, and nobody rang twice.
  On Monday the sister in charge wrote our plan on the board and the late shift still uses it.`

/** Four parts, each long enough to be handed in. */
export const account = Object.fromEntries(criteria.map((id) => [id, told(id)]))

export const aJob = {
  title: 'Care for my mother',
  organization: '',
  from: '2012-03',
  to: '2019-06-30',
  hoursAWeek: 30,
}

/** A claim of the person as a draft, with one job; over HTTP. */
export async function aClaim({ client }: Person, { at }: { at?: Date } = {}): Promise<string> {
  const own = at ? client.at(at) : client
  const begun = await own.post('/api/prior-learning-claims', { skill: 'collaboration' })
  if (begun.status !== 201) throw new Error(begun.text)
  const described = await own.put(`/api/prior-learning-claims/${begun.body.id}`, {
    isService: false,
    leftSchoolOn: '2010-06',
    jobs: [aJob],
    links: ['https://example.org/rota'],
    version: 0,
  })
  if (described.status !== 200) throw new Error(described.text)
  return begun.body.id
}

/** A claim that was handed in. */
export async function aHandedInClaim(person: Person, { at }: { at?: Date } = {}) {
  await aPastWorkChallenge()
  const claimId = await aClaim(person, at ? { at } : {})
  const own = at ? person.client.at(at) : person.client
  const { status, body, text } = await own.post(
    `/api/prior-learning-claims/${claimId}/submission`,
    { answers: account, version: 1 },
  )
  if (status !== 201) throw new Error(text)
  return { claimId, attemptId: body.attemptId, submissionId: body.submissionId }
}
