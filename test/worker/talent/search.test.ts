import { describe, expect, it } from 'vitest'

import { aHiringEmployer, aVisibleStudent, search } from '../../support/hiring.ts'

describe('searching', () => {
  it('finds somebody who meets the opening, under a made-up number', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ name: 'Leila Haddad', fields: { headline: 'Leila is calm on busy evenings.' } })

    const { made, page, cards } = await search(hiring, { skills: { match: 'any', of: [{ skill: 'collaboration', minimumLevel: 3 }] } })

    expect(made, made.text).toMatchObject({ status: 201 })
    expect(page, page.text).toMatchObject({ status: 201 })
    expect(cards).toMatchObject([{ headline: '[hidden] is calm on busy evenings.' }])
    expect(page.text).not.toContain(student.id)
  })
})
