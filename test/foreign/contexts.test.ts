import './only-these-documents.ts'

import { createRequire } from 'node:module'

import { expect, it } from 'vitest'

import type { Json } from '../support/json.ts'
import { vendoredContexts } from '../../worker/credentials/document/canonicalise.ts'

// Neither package has types.
const require = createRequire(import.meta.url)
const packages = ['credentials-v2-context', 'open-badges-context'].map((name) =>
  contextsOf(require(`@digitalcredentials/${name}`)),
)

it.each([...vendoredContexts])('keeps %s as npm has it', (url, vendored) => {
  const published = packages.find((contexts) => contexts.has(url))?.get(url)
  expect(vendored).toEqual(published)
})

it('keeps only the two that our documents name', () => {
  expect(vendoredContexts.size).toBe(2)
})

/** Both contain a map by address, one of them under `default`. */
function contextsOf(library: Json): Map<string, object> {
  return library.contexts ?? library.default.contexts
}
