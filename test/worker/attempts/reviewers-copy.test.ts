import { expect, it } from 'vitest'

import { aProgramme, aStudent } from '../../support/builders.ts'
import { anAttempt, oneWay, playThrough, texts } from '../../support/playing.ts'
import { aChallenge, aPeer, claimAs } from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'

it('shows an author before the hand-in the same text that a reviewer gets after it', async () => {
  const home = await aProgramme({ name: 'Harbour College' })
  const challenge = await aChallenge()
  const author = await aStudent({ in: home, name: 'Nguyễn Thế Anh' })
  const attemptId = await anAttempt(author, challenge.id)
  await playThrough(author, attemptId, oneWay)
  const path = `/api/attempts/${attemptId}`
  const plan = `${texts.plan} Write to anh@mail.example or to Thế Anh at Harbour College.`
  await author.client.put(`${path}/drafts/plan`, { text: plan, version: 1 })

  const { body } = await author.client.get(`${path}/reviewers-copy`)
  expect(body.answers).toEqual([
    { promptId: 'after', version: 1, text: texts.after, hidden: 0 },
    {
      promptId: 'plan',
      version: 2,
      text: `${texts.plan} Write to [hidden] or to [hidden] at [hidden].`,
      hidden: 3,
    },
  ])

  const answers = { plan, after: texts.after }
  const handedIn = await author.client.post(`${path}/submission`, { round: 1, answers })
  expect(handedIn.status, handedIn.text).toBe(201)
  await settle()
  const peer = await aPeer(home, challenge)
  const desk = await peer.client.get(`/api/claims/${await claimAs(peer, challenge)}`)
  const textsOf = (all: { promptId: string; text: string }[]) =>
    Object.fromEntries(all.map(({ promptId, text }) => [promptId, text]))
  expect(textsOf(desk.body.answers)).toEqual(textsOf(body.answers))
})

it('is nobody else’s', async () => {
  const author = await aStudent()
  const path = `/api/attempts/${await anAttempt(author)}/reviewers-copy`
  const stranger = await aStudent()
  expect((await author.client.get(path)).body).toEqual({ answers: [] })
  expect((await stranger.client.get(path)).status).toBe(404)
})
