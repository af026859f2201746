import type { D1Migration } from '@cloudflare/vitest-plugin'

import type { Bindings } from '../../worker/env.ts'
import type * as mainModule from '../../worker/index.ts'
import type CalendarWorker from './calendar-worker.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof mainModule
    }
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[]
      VAULT_MIGRATIONS: D1Migration[]
      /** The database of the vault, which in production only the signer can read. */
      VAULT_DB: D1Database
      /** The salts of the wrapping keys, which in production only the signer can read. */
      WRAPPING_SALTS: KVNamespace
      /** Has no tables: for a test that inserts rows before a migration changes them. */
      EMPTY_DB: D1Database
      CALENDAR: Service<CalendarWorker>
      /** `1` for the long run of races and floods. */
      DEEP: string
    }
  }
  /** Vite's own types are for a browser and clash with those of the Worker. */
  interface ImportMeta {
    glob: <Content>(
      pattern: string,
      options: { query: '?raw'; import: 'default'; eager: true },
    ) => Record<string, Content>
  }
}
