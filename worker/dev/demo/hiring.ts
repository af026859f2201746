import * as v from 'valibot'

import { badgeOf } from './badge.ts'
import { monthAfter } from './employer.ts'
import { requestScenes } from './interviews.ts'
import type { Stage } from './stage.ts'
import type { Demo, DemoVisible } from './texts.ts'
import type { Scene } from './scene.ts'

const VisibilityPage = v.object({
  version: v.number(),
  consentText: v.object({ hash: v.string() }),
})

/** Badges get a public page, students become visible to employers, and some are asked. */
export function hiringScenes(stage: Stage, demo: Demo): Scene[] {
  const { published, visible, interviewRequests } = demo.hiring
  return [
    ...published.map(({ student, daysAgo, showName }) => ({
      daysAgo,
      what: `${student} publishes a badge`,
      play: async () => {
        const browser = await stage.as(student)
        const { id, publication } = await badgeOf(browser)
        const on = { on: true, showName, listed: false, version: publication.version }
        await browser.put(`/api/credentials/${id}/publication`, on)
      },
    })),
    ...visible.map((fields) => visibilityScene(stage, fields)),
    ...interviewRequests.flatMap((request) => requestScenes(stage, demo, request)),
  ]
}

function visibilityScene(stage: Stage, visible: DemoVisible): Scene {
  const { student, daysAgo, startInMonths, criteria, excerpt, ...switches } = visible
  return {
    daysAgo,
    what: `${student} can be found`,
    play: async () => {
      const browser = await stage.as(student)
      const { id: credentialId } = await badgeOf(browser)
      const { version, consentText } = await browser.ask(VisibilityPage, 'GET', '/api/visibility')
      const startMonth = monthAfter(stage.seededAt, startInMonths)
      const fields = { ...switches, startMonth, credentials: [{ credentialId, criteria, excerpt }] }
      await browser.post('/api/visibility', { version, textHash: consentText.hash, fields })
    },
  }
}
