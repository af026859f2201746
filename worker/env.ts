import type { D1Database, Fetcher, RateLimit } from '@cloudflare/workers-types'

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
  MAIL_API_KEY?: string
  /**
   * Set only by worker/dev.ts, in local development. If it is set, a production Worker answers 503.
   */
  CLOCK_OFFSET_MS?: number
  /** Set only by worker/dev.ts: mail goes to the table behind /dev/mail. */
  MAIL?: MailBinding
}

export interface Mail {
  to: string
  subject: string
  text: string
  /**
   * Made from the id of the outbox note that caused the mail, and the same on a retry. The mail
   * provider drops a second mail with the same id.
   */
  noteId: string
  attachment?: { name: string; type: string; content: string }
}

export interface MailBinding {
  send(mail: Mail): Promise<void>
}
