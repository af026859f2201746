import { spawnSync } from 'node:child_process'

import type { Json } from '../json.ts'

type Complaints = Record<string, string[]>

/**
 * Fetches a badge and its linked documents as a stranger, and asks three foreign verifiers about it:
 * as it was issued, and with one letter changed. Returns their complaints. `read` gets JSON from an
 * address.
 */
export async function askVerifiers(
  read: (address: string) => Promise<Json>,
  page: string,
): Promise<{ issued: Complaints; altered: Complaints }> {
  const credential = await read(`${page}.json`)
  const list: string = credential.credentialStatus.statusListCredential
  const { origin, host } = new URL(page)
  const path = `organizations/${credential.issuer.id.split(':').at(-1)}/did.json`
  const didDocument = await read(`${origin}/${path}`)
  const served = {
    // did:web means https; one verifier uses http for localhost.
    [`https://${host}/${path}`]: didDocument,
    [`http://${host}/${path}`]: didDocument,
    [list]: await read(list),
  }
  const altered = structuredClone(credential)
  altered.credentialSubject.achievement.name += '!'
  return {
    issued: complaintsOf({ credential, served }),
    altered: complaintsOf({ credential: altered, served }),
  }
}

function complaintsOf(input: object): Complaints {
  const script = new URL('../../e2e/support/verify-badge.ts', import.meta.url).pathname
  const { stdout, stderr } = spawnSync('node_modules/.bin/node', [script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(`The verifiers did not answer:\n${stderr}`)
  // One verifier also prints messages, so only the last line counts.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
