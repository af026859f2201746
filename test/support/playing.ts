import { env } from 'cloudflare:workers'

import type { Receipt } from '../../worker/attempts/submission/receipt.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { publishChallengeVersion } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import type { Person } from './builders.ts'
import { type Edit, aPublication } from './small-challenge.ts'

/** The small challenge, published under an id of its own. */
export async function aChallenge(edits: readonly Edit[] = []) {
  const id = `two-boxes-${crypto.randomUUID().slice(0, 8)}`
  const publication = aPublication(id, edits)
  const { hash } = await publishChallengeVersion(systemCall(env, crypto.randomUUID()), publication)
  return { id, hash, publication }
}

/** One path through the small challenge; `answer` turns name the prompt. */
export const oneWay = ['ask-amara', 'call-lift', 'plan', 'write-note', 'after'] as const

export const prompts: readonly string[] = ['plan', 'after']

/** Long and different enough to be handed in: 12 words and more. */
export const texts = {
  plan: 'I ask Amara which box she needs first and take the other one up myself.',
  after: 'Next time we put a note on the door before anybody carries a single thing.',
}

export async function anAttempt(student: Person, challengeId?: string, at?: Date): Promise<string> {
  const id = challengeId ?? (await aChallenge()).id
  const { status, body, text } = await client(student, at).post('/api/attempts', {
    challengeId: id,
  })
  if (status !== 201) throw new Error(text)
  return body.id
}

/** Plays to an ending, over HTTP, and saves a draft for each prompt. */
export async function playThrough(
  student: Person,
  attemptId: string,
  way: readonly string[] = oneWay,
  at?: Date,
): Promise<void> {
  const path = `/api/attempts/${attemptId}`
  for (const [index, id] of way.entries()) {
    const isAnswer = prompts.includes(id)
    if (isAnswer) {
      const text = id === 'plan' ? texts.plan : texts.after
      await client(student, at).put(`${path}/drafts/${id}`, { text, version: 0 })
    }
    const turn = { number: index + 1, kind: isAnswer ? 'answer' : 'choice', id }
    const { status, text } = await client(student, at).post(`${path}/turns`, turn)
    if (status !== 201) throw new Error(text)
  }
}

/** A student's challenge from the start to the receipt. */
export async function aSubmission(
  student: Person,
  { challengeId, answers = texts, at }: { challengeId?: string; answers?: object; at?: Date } = {},
): Promise<Receipt> {
  const attemptId = await anAttempt(student, challengeId, at)
  await playThrough(student, attemptId, oneWay, at)
  const { status, body, text } = await client(student, at).post(
    `/api/attempts/${attemptId}/submission`,
    { round: 1, answers },
  )
  if (status !== 201) throw new Error(text)
  return body
}

const client = ({ client: own }: Person, at?: Date) => (at ? own.at(at) : own)
