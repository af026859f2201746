import * as v from 'valibot'

import type { Client } from './client.ts'
import type { Stage } from './stage.ts'
import type { DemoAttempt } from './work-texts.ts'
import type { Scene } from './scene.ts'

const minutesATurn = 2
const Started = v.object({ id: v.string() })
const Turned = v.object({ number: v.number(), prompt: v.nullable(v.object({ id: v.string() })) })

/**
 * The scenes of one attempt: started and played on one day, submitted later if the texts say so.
 */
export function attemptScenes(stage: Stage, attempt: DemoAttempt): Scene[] {
  const { student, challenge, startedDaysAgo, handedInDaysAgo } = attempt
  const id = () => stage.attemptIds.get(`${student} ${challenge}`) ?? ''
  const playing: Scene = {
    daysAgo: startedDaysAgo,
    what: `${student} plays ${challenge}`,
    play: async () => {
      const browser = await stage.as(student)
      const begun = await browser.ask(Started, 'POST', '/api/attempts', { challengeId: challenge })
      stage.attemptIds.set(`${student} ${challenge}`, begun.id)
      await playAlong(stage, browser, begun.id, attempt)
      for (const [promptId, text] of Object.entries(attempt.drafts)) {
        await write(browser, begun.id, promptId, text)
      }
    },
  }
  if (handedInDaysAgo === undefined) return [playing]
  const handingIn: Scene = {
    daysAgo: handedInDaysAgo,
    what: `${student} hands in ${challenge}`,
    play: async () => {
      const browser = await stage.as(student)
      const submission = { round: 1, answers: attempt.answers }
      await browser.post(`/api/attempts/${id()}/submission`, submission)
    },
  }
  return [playing, handingIn]
}

/** Makes the choices of `attempt.path` in order, and answers the prompts between them. */
async function playAlong(stage: Stage, browser: Client, attemptId: string, attempt: DemoAttempt) {
  const left = [...attempt.path]
  let at = await browser.ask(Turned, 'GET', `/api/attempts/${attemptId}`)
  for (;;) {
    const answered = at.prompt?.id
    const answer = answered && attempt.answers[answered]
    const choice = answered ? undefined : left.shift()
    if (answer === undefined && choice === undefined) break
    stage.wait(minutesATurn)
    if (answered && answer) await write(browser, attemptId, answered, answer)
    const turn = answered ? { kind: 'answer', id: answered } : { kind: 'choice', id: choice }
    const body = { number: at.number + 1, ...turn }
    at = await browser.ask(Turned, 'POST', `/api/attempts/${attemptId}/turns`, body)
  }
  if (left.length > 0) throw new Error(`${attempt.student} never came to ${left[0]}.`)
}

async function write(browser: Client, attemptId: string, promptId: string, text: string) {
  await browser.put(`/api/attempts/${attemptId}/drafts/${promptId}`, { text, version: 0 })
}
