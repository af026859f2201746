import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

import * as v from 'valibot'

const address = 'https://api.resend.com/emails'
const Mail = v.object({
  from: v.pipe(v.string(), v.regex(/^.+ <[^<>@\s]+@[^<>@\s]+>$/)),
  to: v.tuple([v.pipe(v.string(), v.email())]),
  subject: v.pipe(v.string(), v.minLength(1)),
  text: v.pipe(v.string(), v.minLength(1)),
})

interface SentMail {
  to: string
  subject: string
  text: string
}

/**
 * The stand-in of the mail provider: it refuses what the provider refuses, keeps a mail instead of
 * sending it, and takes no second mail with the same idempotency key.
 */
export class Provider {
  readonly mails: SentMail[] = []
  /** Outgoing requests to any other address. There must be none. */
  readonly strays: string[] = []
  readonly #key: string
  readonly #keys = new Map<string, string>()
  readonly #used = new Set<SentMail>()
  readonly #server = createServer((request, response) => void this.#take(request, response))

  constructor(key: string) {
    this.#key = key
  }

  /** Returns its port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** What `pattern` captures in the newest unread mail to a person. Waits for the mail. */
  async read(to: string, pattern: RegExp, seconds = 75): Promise<string> {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) {
      for (const mail of this.mails.toReversed()) {
        const found = pattern.exec(`${mail.subject}\n${mail.text}`)?.[1]
        if (mail.to !== to || this.#used.has(mail) || found === undefined) continue
        this.#used.add(mail)
        return found
      }
      await wait(50)
    }
    throw new Error(`No mail with ${pattern} came to ${to} within ${seconds} seconds.`)
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = String(request.headers['x-asked-for'])
    const body = await text(request)
    if (request.method !== 'POST' || asked !== address) this.strays.push(asked)
    const [status, answer] = this.#answerTo(asked, request, body)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  }

  #answerTo(asked: string, { headers }: IncomingMessage, body: string): [number, object] {
    if (asked !== address) return [404, { name: 'not_found' }]
    if (headers.authorization !== `Bearer ${this.#key}`) return [401, { name: 'missing_api_key' }]
    const idempotencyKey = String(headers['idempotency-key'] ?? '')
    if (idempotencyKey.length < 1 || idempotencyKey.length > 256)
      return [400, { name: 'invalid_idempotency_key' }]
    const before = this.#keys.get(idempotencyKey)
    if (before !== undefined && before !== body)
      return [409, { name: 'invalid_idempotent_request' }]
    const mail = v.safeParse(Mail, JSON.parse(body))
    if (!mail.success) return [422, { name: 'validation_error' }]
    this.#keys.set(idempotencyKey, body)
    const { to, subject, text: words } = mail.output
    if (before === undefined) this.mails.push({ to: to[0], subject, text: words })
    return [200, { id: crypto.randomUUID() }]
  }
}
