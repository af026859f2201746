import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { documents } from './only-these-documents.ts'
import { canonicalByOthers, otherCanonicaliser, rustDidkit } from './verifiers.ts'

const text = (file: string) =>
  readFileSync(new URL(`../vectors/award/${file}`, import.meta.url), 'utf8')
const award = JSON.parse(text('award.json'))
const didDocument = JSON.parse(text('did.json'))
documents.set('https://badges.example/organizations/harbour/did.json', didDocument)

it('has the same canonical lines of the golden award as other libraries compute', async () => {
  const unsigned = JSON.parse(text('award.unsigned.json'))
  expect(await canonicalByOthers(unsigned)).toBe(text('award.document.nq'))
})

it.each([
  ['a verifier in Rust', rustDidkit],
  ['the other canonicaliser', otherCanonicaliser],
])('has a golden award that %s accepts, and refuses once altered', async (_, verify) => {
  expect(await verify(award)).toEqual([])
  expect(await verify({ ...award, name: 'Resilience: exemplary' })).not.toEqual([])
})
