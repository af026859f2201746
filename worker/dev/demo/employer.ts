import * as v from 'valibot'

import { firstVisit, introduce, join, joined } from './people.ts'
import type { Stage } from './stage.ts'
import type { Demo, DemoOpening } from './texts.ts'
import type { Scene } from './scene.ts'

const Waiting = v.object({
  employers: v.array(v.object({ id: v.string(), version: v.number() })),
  openings: v.array(v.object({ id: v.string(), openingId: v.string() })),
})
const Described = v.object({ openingId: v.string() })

/** The employer applies, is approved, invites its recruiters and describes its openings. */
export function employerScenes(stage: Stage, { people, hiring }: Demo): Scene[] {
  const { employer, employerAdmin, recruiters } = people
  const operator = people.admins[0]?.id ?? ''
  return [
    {
      daysAgo: 15,
      what: 'the employer applies',
      play: async () => {
        const browser = await firstVisit(stage, employerAdmin)
        await introduce(browser, employerAdmin)
        const { name, legalName, site, country, contact } = employer
        await browser.post('/api/organization', { name, legalName, site, country, contact })
        await joined(stage, employerAdmin.id, browser)
      },
    },
    {
      daysAgo: 14.8,
      what: 'the employer is approved',
      play: async () => {
        const admin = await stage.as(operator)
        const { employers } = await admin.ask(Waiting, 'GET', '/api/approvals')
        for (const { id: subjectId, version } of employers) {
          await admin.post('/api/approvals', {
            subjectKind: 'employer',
            subjectId,
            version,
            decision: 'approved',
          })
        }
      },
    },
    {
      daysAgo: 14.6,
      what: 'the recruiters join',
      play: async () => {
        const admin = await stage.as(employerAdmin.id, 'admin')
        const emails = recruiters.map(({ email }) => email)
        await admin.post('/api/invitations', { emails, role: 'recruiter' })
        await stage.settle()
        for (const recruiter of recruiters) await join(stage, recruiter)
      },
    },
    ...hiring.openings.map((opening) => openingScene(stage, opening, operator)),
  ]
}

function openingScene(stage: Stage, opening: DemoOpening, operator: string): Scene {
  const { id, state, by, daysAgo, startInMonths, ...content } = opening
  return {
    daysAgo,
    what: `the opening ${id} is described`,
    play: async () => {
      const startMonth = monthAfter(stage.seededAt, startInMonths)
      const recruiter = await stage.as(by)
      const described = { ...content, startMonth }
      const { openingId } = await recruiter.ask(Described, 'POST', '/api/openings', described)
      stage.openingIds.set(id, openingId)
      if (state === 'waiting') return
      stage.wait(180)
      const admin = await stage.as(operator)
      const { openings } = await admin.ask(Waiting, 'GET', '/api/approvals')
      const subjectId = openings.find((one) => one.openingId === openingId)?.id
      const decision = { subjectKind: 'opening-version', subjectId, decision: 'approved' }
      await admin.post('/api/approvals', decision)
    },
  }
}

/** The month this many months after the seeding, as `2026-12`. */
export function monthAfter(seededAt: Date, months: number): string {
  const month = new Date(Date.UTC(seededAt.getUTCFullYear(), seededAt.getUTCMonth() + months, 1))
  return month.toISOString().slice(0, 7)
}
