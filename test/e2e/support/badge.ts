import { spawnSync } from 'node:child_process'

import { type APIRequestContext, expect } from '@playwright/test'

/** Fetches a badge and its linked documents as a stranger, and checks them with three verifiers. */
export async function checkBadge(request: APIRequestContext, address: string): Promise<void> {
  const json = async (path: string) =>
    (await request.get(path, { headers: { accept: 'application/json' } })).json()
  const credential = await json(`${address}.json`)
  const list: string = credential.credentialStatus.statusListCredential
  const { host } = new URL(address)
  const slug = credential.issuer.id.split(':').at(-1)
  const didDocument = await json(`http://${host}/organizations/${slug}/did.json`)
  const served = {
    // did:web means https; one verifier uses http for localhost.
    [`https://${host}/organizations/${slug}/did.json`]: didDocument,
    [`http://${host}/organizations/${slug}/did.json`]: didDocument,
    [list]: await json(list),
  }
  const clean = { verifierCore: [], rustDidkit: [], otherCanonicaliser: [] }
  expect(complaintsOf({ credential, served })).toEqual(clean)

  const altered = structuredClone(credential)
  altered.credentialSubject.achievement.name += '!'
  const complaints = Object.values(complaintsOf({ credential: altered, served }))
  expect(complaints.every((found) => found.length > 0)).toBe(true)
}

function complaintsOf(input: object): Record<string, string[]> {
  const script = new URL('verify-badge.ts', import.meta.url).pathname
  const { stdout, stderr } = spawnSync('node_modules/.bin/node', [script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  })
  expect(stdout, stderr).not.toBe('')
  // One verifier also prints messages, so only the last line counts.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
