import * as v from 'valibot'

import { app } from '../../app.ts'
import type { Bindings } from '../../env.ts'

const Refusal = v.object({
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  type: v.optional(v.string()),
})

/**
 * A browser in the demo. Its requests go through the same routes as all others, at the demo's time.
 */
export class Client {
  readonly #cookies = new Map<string, string>()
  readonly #stage: { readonly env: Bindings }

  constructor(stage: { readonly env: Bindings }, session?: string) {
    this.#stage = stage
    if (session) this.#cookies.set('__Host-session', session)
  }

  /**
   * The answer, parsed by its schema. A refusal is an error here, because the demo's texts break no
   * rule.
   */
  async ask<Schema extends v.GenericSchema>(
    schema: Schema,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<v.InferOutput<Schema>> {
    const text = await this.#send(method, path, body)
    return v.parse(schema, text === '' ? null : JSON.parse(text))
  }

  async post(path: string, body: unknown = {}): Promise<void> {
    await this.#send('POST', path, body)
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.#send('PUT', path, body)
  }

  async #send(method: string, path: string, body: unknown): Promise<string> {
    const { env } = this.#stage
    const later: Promise<unknown>[] = []
    const context = {
      waitUntil: (promise: Promise<unknown>) => void later.push(promise),
      passThroughOnException: () => undefined,
      props: {},
    }
    const init: RequestInit = { method, headers: this.#headers(method, env.APP_ORIGIN) }
    if (method !== 'GET') init.body = JSON.stringify(body)
    const response = await app.fetch(new Request(`${env.APP_ORIGIN}${path}`, init), env, context)
    const text = await response.text()
    await Promise.all(later)
    if (!response.ok) throw new Error(`${method} ${path}: ${refusalIn(text)}`)
    this.#keep(response.headers)
    return text
  }

  #headers(method: string, origin: string): Headers {
    const cookie = Array.from(this.#cookies, (pair) => pair.join('=')).join('; ')
    const headers = new Headers({ cookie, 'user-agent': 'Demo' })
    if (method === 'GET') return headers
    headers.set('origin', origin)
    headers.set('content-type', 'application/json')
    headers.set('idempotency-key', crypto.randomUUID())
    return headers
  }

  #keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      this.#cookies.set(name, value)
    }
  }
}

function refusalIn(text: string): string {
  try {
    const { type, title, detail } = v.parse(Refusal, JSON.parse(text))
    return [type?.split('/').at(-1), title, detail].filter(Boolean).join('. ')
  } catch {
    return text.slice(0, 200)
  }
}
