import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { buffer } from 'node:stream/consumers'

import type { Json } from '../../test/support/json.ts'
import { host, origin, readCertificate } from './home.ts'
import type { Instance } from './instance.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
  /** The JSON of the answer, or undefined. */
  body: Json
}

interface Options {
  /** The request's key. A write sent again with the same one is done once. */
  key?: string
  accept?: string
}

/**
 * A browser at the origin: it resolves the host to this computer, trusts the rehearsal's certificate
 * only, keeps cookies and says where a write comes from.
 */
export class Browser {
  readonly #instance: Instance
  readonly #cookies = new Map<string, string>()

  constructor(instance: Instance) {
    this.#instance = instance
  }

  get = (path: string) => this.#done('GET', path)
  post = (path: string, body: object = {}, options?: Options) =>
    this.#done('POST', path, body, options)
  put = (path: string, body: object) => this.#done('PUT', path, body)
  delete = (path: string) => this.#done('DELETE', path)

  forgetCookies = () => this.#cookies.clear()

  /** Any answer, refusals too. */
  async ask(method: string, path: string, body?: object, options: Options = {}): Promise<Answer> {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const headers = this.#headers(method, sent, options)
    return new Promise<Answer>((resolve, reject) => {
      const { home, port } = this.#instance
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          servername: host,
          ca: readCertificate(home).certificate,
          method,
          path,
          headers,
          agent: false,
          timeout: 30_000,
        },
        (response) => {
          this.#keep(response.headers['set-cookie'] ?? [])
          buffer(response)
            .then((bytes) => {
              const { statusCode = 0, headers: given } = response
              const text = bytes.toString()
              resolve({ status: statusCode, headers: given, bytes, text, body: parsed(text) })
            })
            .catch(reject)
        },
      )
      asking.on('timeout', () => asking.destroy(new Error('No answer within 30 seconds')))
      asking.on('error', ({ message }) =>
        reject(new Error(`${method} ${path}\nThere was no answer: ${message}`)),
      )
      asking.end(sent)
    })
  }

  /** The body of a successful answer. Any other answer is thrown, with its request. */
  async #done(method: string, path: string, body?: object, options?: Options): Promise<Json> {
    const answer = await this.ask(method, path, body, options)
    if (answer.status < 300) return answer.body ?? answer
    const sent = body === undefined ? '' : `\nsent: ${JSON.stringify(body)}`
    throw new Error(`${method} ${path}${sent}\nanswer ${answer.status}: ${answer.text}`)
  }

  #headers(method: string, sent: string | undefined, { key, accept = '*/*' }: Options) {
    const cookie = Array.from(this.#cookies, (pair) => pair.join('=')).join('; ')
    return {
      host,
      accept,
      'user-agent': 'Rehearsal',
      ...(cookie !== '' && { cookie }),
      ...(sent !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(sent),
      }),
      ...(method !== 'GET' && {
        origin,
        'sec-fetch-site': 'same-origin',
        'idempotency-key': key ?? crypto.randomUUID(),
      }),
    }
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      const isGone = attributes.some((attribute) => /max-age=0/i.test(attribute))
      if (isGone) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
