import type { D1Database, Fetcher, RateLimit, SendEmail } from '@cloudflare/workers-types'

import type { Meter } from './foundation/plan/meter.ts'
import type { SignerBinding } from './signer/binding.ts'
import type { VaultBinding } from './signer/vault/binding.ts'

/** Types are imported, not global, because web/ type-checks every file that a routes.ts reaches. */
export interface Bindings {
  DB: D1Database
  ASSETS: Fetcher
  SIGNER: SignerBinding
  VAULT: VaultBinding
  BY_ADDRESS: RateLimit
  BY_ACCOUNT: RateLimit
  BY_SIGN_IN: RateLimit
  ENVIRONMENT: 'local' | 'production'
  APP_ORIGIN: string
  /**
   * HMAC keys, each a JSON `{"current":"1","keys":{"1":"<hex>"}}`. See
   * docs/decisions/012-keys-of-an-instance.md.
   */
  SIGN_IN_PEPPER: string
  EMAIL_INDEX_KEY: string
  PSEUDONYM_KEY: string
  MAIL_FROM: string
  /** The plan of the Cloudflare account: `foundation/plan/plan.ts`. Free if it is not set. */
  PLAN?: 'free' | 'paid'
  /** Set for a pilot: the pages of badges say so, and an address on workers.dev is allowed. */
  PILOT?: 'yes'
  /** Set by `foundation/plan/metered.ts`, for each request and each run of the cron. */
  METER?: Meter
  /** Who takes the mail. Without it: `http` if there is a MAIL_API_KEY. */
  MAIL_CARRIER?: 'platform' | 'http'
  /** How many mails a second the carrier takes; by default 10 for `platform` and 5 for `http`. */
  MAIL_PER_SECOND?: number | string
  /** The platform's own mail service. */
  EMAIL?: SendEmail
  /** The key of the HTTP carrier. */
  MAIL_API_KEY?: string
  /**
   * The keys with which the HTTP carrier signs its notices, `whsec_…`, with spaces between them:
   * two while one is replaced.
   */
  MAIL_WEBHOOK_KEY?: string
  /**
   * Set only by worker/dev.ts, in local development. If it is set, a production Worker answers 503.
   */
  CLOCK_OFFSET_MS?: number
  /** Set only by worker/dev.ts: mail goes to the table behind /dev/mail. */
  MAIL?: MailBinding
}

export interface Mail {
  to: string
  /**
   * Codes leave first, then invitations. Only codes, and the link that undoes an erasure, go to an
   * address that is suppressed.
   */
  sort: 'code' | 'invitation' | 'news'
  subject: string
  text: string
  /**
   * Made from the id of the outbox note that caused the mail, and the same on a retry. The mail
   * provider drops a second mail with the same id.
   */
  noteId: string
  /** Refuses mails of this sort by one POST, without a page: RFC 8058. */
  unsubscribeLink?: string
  attachment?: { name: string; type: string; content: string }
}

export interface MailBinding {
  send(mail: Mail): Promise<void>
}
