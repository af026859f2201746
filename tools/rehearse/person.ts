import { Browser } from './browser.ts'
import type { Instance } from './instance.ts'
import type { Provider } from './provider.ts'
import type { Report } from './report.ts'

export interface Rehearsal {
  instance: Instance
  provider: Provider
  report: Report
}

interface Named {
  name: string
  email: string
}

/** Somebody with a browser and a mailbox. */
export class Person extends Browser {
  readonly name: string
  readonly email: string
  readonly #provider: Provider

  constructor({ instance, provider }: Rehearsal, { name, email }: Named) {
    super(instance)
    this.name = name
    this.email = email
    this.#provider = provider
  }

  /** Signs in by a mailed code, as on the sign-in page. */
  async signIn(): Promise<void> {
    await this.post('/api/sign-ins', { email: this.email })
    await this.post('/api/session', { by: 'code', code: await this.code(), sharedComputer: false })
  }

  /** The first sign-in, and what the welcome page asks. */
  async arrive(birthYear?: number): Promise<void> {
    await this.signIn()
    const { version } = await this.get('/api/account')
    const own = { name: this.name, language: 'en', version, ...(birthYear && { birthYear }) }
    await this.put('/api/account', own)
  }

  /** Proves again who they are, which some doors ask for after ten minutes. */
  async confirm(): Promise<void> {
    await this.post('/api/session/confirmation/codes')
    await this.post('/api/session/confirmation', { code: await this.code() })
  }

  actAs = (membershipId: string) => this.put('/api/session/membership', { membershipId })

  code = () => this.mail(/^Your code: (\w{8})$/m)

  /** What `pattern` captures in the newest unread mail to this person. */
  mail = (pattern: RegExp) => this.#provider.read(this.email, pattern)
}
