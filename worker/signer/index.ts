import { WorkerEntrypoint } from 'cloudflare:workers'

import { clock } from '../foundation/call/clock.ts'
import type { PublicKeys, SignerBinding, SignOutcome, SignRequest } from './binding.ts'
import { type SignerConfiguration, listPublicKeys } from './list-public-keys.ts'
import { signDocument } from './sign-document.ts'

/** Signs for the main Worker over a service binding; keys never leave this Worker. */
export class Signer extends WorkerEntrypoint<SignerConfiguration> implements SignerBinding {
  sign(request: SignRequest): Promise<SignOutcome> {
    return signDocument(this.env, request, clock({}))
  }

  publicKeys(issuer: string): Promise<PublicKeys> {
    return listPublicKeys(this.env, issuer)
  }
}

// This Worker has no address, so a request can only be a mistake.
export default { fetch: () => new Response(null, { status: 404 }) }
