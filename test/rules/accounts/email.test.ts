import { describe, expect, it } from 'vitest'

import { isPublicMail, readEmail } from '../../../worker/accounts/account/email.ts'

describe('an address', () => {
  it.each([
    ['ana@people.example', 'ana@people.example'],
    ['Ana.Vu+jobs@People.Example', 'Ana.Vu+jobs@people.example'],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
  ])('%s is read as %s', (typed, read) => expect(readEmail(typed)).toBe(read))

  it.each([
    'ana',
    '@people.example',
    'ana@',
    '.ana@people.example',
    'ana.@people.example',
    'an..a@people.example',
    'ana@localhost',
    'ana@127.0.0.1',
    'ana@0x7f.1',
    'ana@a_b.example',
    'ana@people.example.',
    'ana@people.example:25',
    'ana@people.example/x',
    'a b@people.example',
    `${'a'.repeat(65)}@people.example`,
    `a@${'b'.repeat(64)}.example`,
  ])('%s is refused', (typed) => expect(readEmail(typed)).toBeUndefined())

  it('recognizes public mail providers', () => {
    expect(isPublicMail('gmail.com')).toBe(true)
    expect(isPublicMail('harbourline.example')).toBe(false)
  })
})
