import type { Bindings } from '../../worker/env.ts'

/** A vault that counts its calls, each of which is a request to another Worker. */
export function countingVault(vault: Bindings['VAULT']): {
  VAULT: Bindings['VAULT']
  calls: () => number
} {
  let calls = 0
  const counted =
    <Inputs extends unknown[], Answer>(call: (...inputs: Inputs) => Answer) =>
    (...inputs: Inputs) => {
      calls++
      return call(...inputs)
    }
  return {
    VAULT: {
      create: counted((owners) => vault.create(owners)),
      open: counted((owners) => vault.open(owners)),
      destroy: counted((owner) => vault.destroy(owner)),
      unsettled: counted(() => vault.unsettled()),
      settle: counted((owners) => vault.settle(owners)),
      tidy: counted(() => vault.tidy()),
      state: counted(() => vault.state()),
      database: counted(() => vault.database()),
    },
    calls: () => calls,
  }
}
