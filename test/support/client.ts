import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { app } from '../../worker/app.ts'
import type { Bindings } from '../../worker/env.ts'
import main from '../../worker/index.ts'
import { collectMail } from './mailbox.ts'

export interface Answer {
  status: number
  // oxlint-disable-next-line no-explicit-any -- a test reads whatever the Worker answered
  body: any
  text: string
  /** The body as it was sent, for a file. */
  bytes: Uint8Array
  headers: Headers
}

interface Options {
  headers?: Record<string, string | null>
  /** The time of this request. */
  at?: Date
  env?: Partial<Bindings>
  /** The whole Worker, which handles due notes after the response. */
  isWhole?: true
}

/** Replaces bindings in every request of this file. */
export const stubs: Partial<Bindings> = {}

/** The environment at another time; every part of the Worker reads the time from it. */
export function envAt(at?: Date, more: Partial<Bindings> = {}): Bindings {
  const offset = at ? { CLOCK_OFFSET_MS: at.getTime() - Date.now() } : {}
  return { ...env, MAIL: collectMail, ...stubs, ...offset, ...more }
}

/** A browser: it keeps cookies, sends its origin and speaks JSON. */
export class Client {
  readonly cookies = new Map<string, string>()
  /** The time of its requests, if set. */
  now: Date | undefined
  readonly address = crypto.getRandomValues(new Uint8Array(3)).join('.')

  constructor(session?: string) {
    if (session) this.cookies.set('__Host-session', session)
  }

  /** This browser at another time. */
  at(now: Date): Client {
    const other = new Client()
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    other.now = now
    return other
  }

  get = (path: string, options?: Options) => this.send('GET', path, undefined, options)
  post = (path: string, body: unknown = {}, options?: Options) =>
    this.send('POST', path, body, options)
  put = (path: string, body: unknown, options?: Options) => this.send('PUT', path, body, options)
  delete = (path: string, options?: Options) => this.send('DELETE', path, undefined, options)

  async send(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
    const headers = new Headers({ 'cf-connecting-ip': `10.${this.address}` })
    if (this.cookies.size > 0) {
      headers.set('cookie', Array.from(this.cookies, (pair) => pair.join('=')).join('; '))
    }
    if (method !== 'GET') {
      headers.set('origin', env.APP_ORIGIN)
      headers.set('sec-fetch-site', 'same-origin')
      headers.set('idempotency-key', crypto.randomUUID())
    }
    if (body !== undefined) headers.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) headers.delete(name)
      else headers.set(name, value)
    }
    const init: RequestInit = { method, headers, redirect: 'manual' }
    if (body !== undefined) init.body = isRaw(body) ? body : JSON.stringify(body)
    const request = new Request(`https://mettle.example${path}`, init)
    const context = createExecutionContext()
    const at = options.at ?? this.now
    const worker = options.isWhole ? main : app
    const response = await worker.fetch(request, envAt(at, options.env), context)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    await waitOnExecutionContext(context)
    this.#keep(response.headers)
    const { status, headers: answered } = response
    return { status, text, bytes, headers: answered, body: parsed(text) }
  }

  #keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      const gone = attributes.some((attribute) => /max-age=0/i.test(attribute))
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> | ReadableStream {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
