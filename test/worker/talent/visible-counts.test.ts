import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'

import { anAdmin } from '../../support/builders.ts'
import { aVisibleStudent, openToWork, switchOn } from '../../support/hiring.ts'
import { settle } from '../../support/settle.ts'

/** The stored counts, after comparing them with the real ones. */
async function counts() {
  const [kept, there] = await env.DB.batch<{ skill: string; badges: number }>([
    env.DB.prepare('SELECT skill, badges FROM visible_counts WHERE badges > 0 ORDER BY skill'),
    env.DB.prepare(
      'SELECT skill, count(*) AS badges FROM visible_credentials GROUP BY skill ORDER BY skill',
    ),
  ])
  expect(kept?.results).toEqual(there?.results)
  return Object.fromEntries((kept?.results ?? []).map(({ skill, badges }) => [skill, badges]))
}

let before: Record<string, number>
beforeEach(async () => {
  before = await counts()
})
const more = (skill: string, n: number) => (before[skill] ?? 0) + n

it('grow by each badge that is switched on, and shrink when all is switched off', async () => {
  const student = await aVisibleStudent({ skills: ['collaboration', 'empathy'] })
  expect(await counts()).toMatchObject({
    collaboration: more('collaboration', 1),
    empathy: more('empathy', 1),
  })
  const [credentialId = ''] = student.credentialIds
  const narrowed = await switchOn(student, { credentials: [{ credentialId }], ...openToWork })
  expect(narrowed.status, narrowed.text).toBe(201)
  const left = await counts()
  expect([left.collaboration, left.empathy ?? 0]).toEqual([
    more('collaboration', 1),
    more('empathy', 0),
  ])
  expect((await student.client.delete('/api/visibility')).status).toBe(204)
  expect(await counts()).toEqual(before)
})

it('shrink when a badge ends', async () => {
  const student = await aVisibleStudent()
  const admin = await anAdmin({ in: { id: student.organizationId } })
  const path = `/api/credentials/${student.credentialIds[0]}/revocation`
  expect((await admin.client.post(path, { reason: 'error' })).status).toBe(201)
  await settle()
  expect(await counts()).toEqual(before)
})

it('do not change when a commit fails', async () => {
  const student = await aVisibleStudent()
  const { body } = await student.client.get('/api/visibility')
  const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
  const wanted = {
    version: body.version,
    textHash: body.consentText.hash,
    fields: { credentials, ...openToWork },
  }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => student.client.post('/api/visibility', wanted)),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await counts()).toMatchObject({ collaboration: more('collaboration', 1) })
})
