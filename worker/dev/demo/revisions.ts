import * as v from 'valibot'

import type { Client } from './client.ts'
import { openResults } from './results.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'
import type { DemoAttempt, DemoRevision } from './work-texts.ts'

const minutesForAPlan = 12
const minutesForAnAnswer = 20
const Draft = v.object({ version: v.number() })
const Plans = v.object({ plans: v.array(v.object({ id: v.string() })) })

/** The scenes of a second round: it is opened, planned and written, and handed in if the texts say so. */
export function revisionScenes(
  stage: Stage,
  attempt: DemoAttempt,
  coach: string | undefined,
): Scene[] {
  const { student, challenge, revision } = attempt
  if (!revision) return []
  const { openedDaysAgo, handedInDaysAgo, remark } = revision
  const id = () => stage.attemptIds.get(`${student} ${challenge}`) ?? ''
  const scenes: Scene[] = [
    {
      daysAgo: openedDaysAgo,
      what: `${student} opens a second round of ${challenge}`,
      play: async () => {
        // A round can be opened once the comments on the one before can be read.
        await openResults(stage)
        await revise(stage, await stage.as(student), id(), revision)
        if (remark !== undefined && coach) await comment(await stage.as(coach), remark)
      },
    },
  ]
  if (handedInDaysAgo !== undefined) {
    scenes.push({
      daysAgo: handedInDaysAgo,
      what: `${student} hands in ${challenge} again`,
      play: async () => {
        const answers = { ...attempt.answers, ...revision.answers }
        const browser = await stage.as(student)
        await browser.post(`/api/attempts/${id()}/submission`, { round: 2, answers })
      },
    })
  }
  return scenes
}

async function revise(stage: Stage, browser: Client, attemptId: string, revision: DemoRevision) {
  const path = `/api/attempts/${attemptId}`
  await browser.post(`${path}/rounds`)
  stage.wait(minutesForAPlan)
  await browser.put(`${path}/plan`, { lines: revision.plan, ended: true, version: 0 })
  for (const [promptId, text] of Object.entries(revision.answers)) {
    stage.wait(minutesForAnAnswer)
    const draft = `${path}/drafts/${promptId}`
    const { version } = await browser.ask(Draft, 'GET', draft)
    await browser.put(draft, { text, version })
  }
}

/** About the newest plan of the students whom this mentor coaches. */
async function comment(coach: Client, words: string) {
  const { plans } = await coach.ask(Plans, 'GET', '/api/revision-plans')
  const [plan] = plans
  if (!plan) throw new Error('The coach cannot see the plan.')
  await coach.put(`/api/revision-plans/${plan.id}/comment`, { words })
}
