import { WorkerEntrypoint } from 'cloudflare:workers'

import { clock } from '../foundation/call/clock.ts'
import type { PublicKeys, SignerBinding, SignOutcome, SignRequest } from './binding.ts'
import { type SignerConfiguration, listPublicKeys } from './list-public-keys.ts'
import { signDocument } from './sign-document.ts'
import type { Owner } from '../foundation/crypto/owner.ts'
import type { Settled, VaultBinding } from './vault/binding.ts'
import { createKeys } from './vault/create-keys.ts'
import { destroyKey } from './vault/destroy-key.ts'
import { findDatabase } from './vault/find-database.ts'
import { openKeys } from './vault/open-keys.ts'
import { findUnsettled, settleKeys } from './vault/settle-keys.ts'
import { tidyVault } from './vault/tidy-vault.ts'
import { type VaultConfiguration, stateOf } from './vault/wrapping-keys.ts'

/** Signs for the main Worker over a service binding; keys never leave this Worker. */
export class Signer extends WorkerEntrypoint<SignerConfiguration> implements SignerBinding {
  sign(request: SignRequest): Promise<SignOutcome> {
    return signDocument(this.env, request, clock({}))
  }

  publicKeys(issuer: string): Promise<PublicKeys> {
    return listPublicKeys(this.env, issuer)
  }
}

/** Keeps the keys of the owners of personal text. The wrapping keys never leave this Worker. */
export class Vault extends WorkerEntrypoint<VaultConfiguration> implements VaultBinding {
  create(owners: readonly Owner[]) {
    return createKeys(this.env, owners, clock({}))
  }

  open(owners: readonly Owner[]) {
    return openKeys(this.env, owners, clock({}))
  }

  destroy(owner: Owner) {
    return destroyKey(this.env, owner, clock({}))
  }

  unsettled() {
    return findUnsettled(this.env, clock({}))
  }

  settle(owners: Settled) {
    return settleKeys(this.env, owners, clock({}))
  }

  tidy() {
    return tidyVault(this.env, clock({}))
  }

  async state() {
    return stateOf(this.env)
  }

  database() {
    return findDatabase(this.env)
  }
}

// This Worker has no address, so a request can only be a mistake.
export default { fetch: () => new Response(null, { status: 404 }) }
