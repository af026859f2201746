import { type APIRequestContext, expect } from '@playwright/test'

import { askVerifiers } from '../../support/by-doors/verify.ts'

/** Three foreign verifiers accept the badge, and refuse it once altered. */
export async function checkBadge(request: APIRequestContext, address: string): Promise<void> {
  const read = async (path: string) =>
    (await request.get(path, { headers: { accept: 'application/json' } })).json()
  const { issued, altered } = await askVerifiers(read, address)
  expect(issued).toEqual({ verifierCore: [], rustDidkit: [], otherCanonicaliser: [] })
  expect(Object.values(altered).every((found) => found.length > 0)).toBe(true)
}
