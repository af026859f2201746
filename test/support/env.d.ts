import type { D1Migration } from '@cloudflare/vitest-plugin'

import type { Bindings } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts')
    }
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[]
      /** `1` for the long run of races and floods. */
      DEEP: string
    }
  }
}
