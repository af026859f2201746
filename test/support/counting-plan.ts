import type { Bindings } from '../../worker/env.ts'
import type { Amounts } from '../../worker/foundation/plan/meter.ts'
import { countingDb } from './counting-db.ts'

/** What one invocation uses, counted outside the Worker. */
export function countingPlan(bindings: Bindings): { env: Bindings; used: () => Amounts } {
  const { DB, trips, queries } = countingDb(bindings.DB)
  let [calls, others] = [0, 0]

  function counted<Binding extends object>(binding: Binding, count: () => void): Binding {
    return new Proxy(binding, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...inputs: unknown[]) => {
          count()
          return Reflect.apply(method, target, inputs)
        }
      },
    })
  }

  const env = {
    ...bindings,
    DB,
    SIGNER: counted(bindings.SIGNER, () => calls++),
    VAULT: counted(bindings.VAULT, () => calls++),
    ASSETS: counted(bindings.ASSETS, () => others++),
    ...(bindings.MAIL && { MAIL: counted(bindings.MAIL, () => others++) }),
  }
  return {
    env,
    used: () => ({ queries: queries(), subrequests: trips() + calls + others, calls }),
  }
}
