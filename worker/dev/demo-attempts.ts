import * as v from 'valibot'

import type { Client } from './demo-client.ts'
import type { Stage } from './demo-stage.ts'
import type { DemoAttempt } from './demo-texts.ts'
import type { Scene } from './demo-timeline.ts'

const minutesATurn = 2
const Started = v.object({ id: v.string() })
const Turned = v.object({ number: v.number(), prompt: v.nullable(v.object({ id: v.string() })) })

/** One attempt: begun and played in one sitting, handed in at its own hour. */
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
        const path = `/api/attempts/${begun.id}/drafts/${promptId}`
        await browser.put(path, { text, version: 0 })
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

/** Takes the choices in their order, and past each prompt that was answered. */
async function playAlong(stage: Stage, browser: Client, attemptId: string, attempt: DemoAttempt) {
  const left = [...attempt.path]
  let at = await browser.ask(Turned, 'GET', `/api/attempts/${attemptId}`)
  for (;;) {
    const answered = at.prompt && attempt.answers[at.prompt.id] !== undefined && at.prompt.id
    const choice = at.prompt ? undefined : left.shift()
    if (!answered && choice === undefined) break
    stage.wait(minutesATurn)
    const turn = answered ? { kind: 'answer', id: answered } : { kind: 'choice', id: choice }
    const body = { number: at.number + 1, ...turn }
    at = await browser.ask(Turned, 'POST', `/api/attempts/${attemptId}/turns`, body)
  }
  if (left.length > 0) throw new Error(`${attempt.student} never came to ${left[0]}.`)
}
