import type { CallOptions } from './api.ts'
import { device } from './device.ts'
import { type ApiError, refusalOf } from './problem.ts'

export type HandInStatus = 'open' | 'sending' | 'waiting' | 'handed-in' | 'refused'

interface Kept<Body> {
  body: Body
  /** The same on every try, so that a lost answer cannot hand in twice. */
  idempotencyKey: string
}

const retryMs = 15_000

/** Handing work in. Asked for without a network, it is kept and sent when there is one. */
export class HandIn<Body, Receipt> {
  status = $state<HandInStatus>('open')
  receipt = $state.raw<Receipt>()
  refusal = $state.raw<ApiError>()

  readonly #key: string
  readonly #send: (body: Body, options: CallOptions) => Promise<Receipt>
  #kept: Kept<Body> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(key: string, send: (body: Body, options: CallOptions) => Promise<Receipt>) {
    this.#key = `hand-in/${key}`
    this.#send = send
  }

  /** Goes on with what was asked for before this page was loaded. */
  async resume(): Promise<void> {
    const left = await device.find<Kept<Body>>(this.#key)
    if (this.#kept || this.status !== 'open') return
    this.#kept = left
    await this.send()
  }

  async ask(body: Body): Promise<void> {
    this.#kept = { body, idempotencyKey: crypto.randomUUID() }
    this.refusal = undefined
    await device.keep(this.#key, this.#kept)
    await this.send()
  }

  async takeBack(): Promise<void> {
    if (this.status === 'waiting') await this.#end('open')
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#kept || this.status === 'sending') return
    this.status = 'sending'
    const { body, idempotencyKey } = this.#kept
    try {
      this.receipt = await this.#send(body, { headers: { 'idempotency-key': idempotencyKey } })
      await this.#end('handed-in')
    } catch (error) {
      this.refusal = refusalOf(error)
      if (!this.refusal.mayPass) return this.#end('refused')
      this.status = 'waiting'
      this.#timer = setTimeout(() => void this.send(), retryMs)
    }
  }

  #end(status: HandInStatus): Promise<void> {
    this.status = status
    this.#kept = undefined
    return device.forget(this.#key)
  }
}
