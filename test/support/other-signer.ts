import type { Bindings } from '../../worker/env.ts'
import { clock } from '../../worker/foundation/call/clock.ts'
import { listPublicKeys } from '../../worker/signer/list-public-keys.ts'
import { signDocument } from '../../worker/signer/sign-document.ts'
import { testSeeds } from './test-keys.ts'

/** The signer's own code with other seeds: its Worker can get new ones only with a deploy. */
export function signerWith(seeds: object): Bindings['SIGNER'] {
  const configuration = { ISSUER_SEEDS: JSON.stringify({ ...testSeeds, ...seeds }) }
  return {
    sign: (request) => signDocument(configuration, request, clock({})),
    publicKeys: (issuer) => listPublicKeys(configuration, issuer),
  }
}

const second = 'e7'.repeat(32)

/** After a second seed was added: it is current. */
export const rotated = { current: '2', keys: { ...testSeeds.keys, 2: second } }

/** After the first seed was stolen. */
export const afterTheft = { ...rotated, compromised: ['1'] }
