import { expect, it } from 'vitest'

import { openToWork, search, switchOn } from '../../support/hiring.ts'
import { anAsking } from '../../support/interviewing.ts'

it('who looked before the student agreed again can still see them, and nobody once it is off', async () => {
  const asking = await anAsking()
  const { student } = asking
  const found = await search(asking)
  expect(found.cards.map(({ pseudonym }) => pseudonym)).toContain(asking.pseudonym)
  const looks = async () =>
    (await student.client.get('/api/disclosures')).body.disclosures.map(
      ({ live }: { live: boolean }) => live,
    )
  expect(await looks()).toEqual([true])

  const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
  const more = { credentials, ...openToWork, headline: 'I run an evening shift.' }
  expect((await switchOn(student, more)).status).toBe(201)
  expect(await looks()).toEqual([true])

  await student.client.delete('/api/visibility')
  expect(await looks()).toEqual([false])
})
