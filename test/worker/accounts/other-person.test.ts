import { expect, it } from 'vitest'

import { aStudent } from '../../support/builders.ts'

it('a page of one person does nothing for another who has signed in in its browser since', async () => {
  const [one, other] = [await aStudent({ name: 'Noor Haddad' }), await aStudent({ name: 'Meera' })]
  const pageOf = (person: typeof one) => ({ headers: { 'mettle-account': person.id } })
  const { version } = (await other.client.get('/api/account')).body
  const body = { name: 'Noor Haddad', language: 'en', birthYear: 1998, version }

  // The browser has the session of `other`, and the page is still that of `one`.
  for (const refused of [
    await other.client.put('/api/account', body, pageOf(one)),
    await other.client.get('/api/account', pageOf(one)),
  ]) {
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/other-person-signed-in'])
  }
  expect((await other.client.get('/api/account', pageOf(other))).body.name).toBe('Meera')
  expect((await other.client.put('/api/account', body, pageOf(other))).status).toBe(200)
})
