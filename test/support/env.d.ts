import type { D1Migration } from '@cloudflare/vitest-plugin'

import type { Bindings } from '../../worker/env.ts'
import type * as mainModule from '../../worker/index.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof mainModule
    }
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[]
      /** `1` for the long run of races and floods. */
      DEEP: string
    }
  }
}
