import type { CallOptions } from '../http/api.ts'
import { device } from './device.ts'
import { type ApiError, refusalFor } from '../http/problem.ts'

export type HandInStatus = 'open' | 'sending' | 'waiting' | 'handed-in' | 'refused'

interface Unsent<Body> {
  body: Body
  /** Stays the same on every try, so that a lost answer cannot lead to a second hand-in. */
  idempotencyKey: string
}

const retryMs = 15_000

/**
 * Hands in a piece of work. It is stored on this device and retried until the server has answered.
 */
export class HandIn<Body, Receipt> {
  status = $state<HandInStatus>('open')
  receipt = $state.raw<Receipt>()
  refusal = $state.raw<ApiError>()
  /** When the hand-in is retried automatically, by this device's clock. */
  retryAt = $state.raw<Date>()
  /** Whether the hand-in is stored on the device, so that it survives this page. */
  isOnDevice = $state(false)

  readonly #key: string
  readonly #send: (body: Body, options: CallOptions) => Promise<Receipt>
  #unsent: Unsent<Body> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(key: string, send: (body: Body, options: CallOptions) => Promise<Receipt>) {
    this.#key = `hand-in/${key}`
    this.#send = send
  }

  /** Continues a hand-in that was started before this page was loaded. */
  async resume(): Promise<void> {
    const left = await device.find<Unsent<Body>>(this.#key)
    if (!left || this.#unsent || this.status !== 'open') return
    this.#unsent = left
    this.isOnDevice = true
    await this.send()
  }

  async ask(body: Body): Promise<void> {
    this.#unsent = { body, idempotencyKey: crypto.randomUUID() }
    this.refusal = undefined
    const keeping = device
      .keep(this.#key, this.#unsent)
      .then((isOnDevice) => (this.isOnDevice = isOnDevice))
    // In parallel: storage that never answers must not hold up the hand-in.
    await Promise.all([keeping, this.send()])
  }

  takeBack(): void {
    if (this.status === 'waiting') this.#end('open')
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#unsent || this.status === 'sending') return
    this.status = 'sending'
    const { body, idempotencyKey } = this.#unsent
    try {
      this.receipt = await this.#send(body, { headers: { 'idempotency-key': idempotencyKey } })
      this.#end('handed-in')
    } catch (error) {
      this.#wait(refusalFor(error))
    }
  }

  #wait(refusal: ApiError): void {
    this.refusal = refusal
    if (!refusal.mayPass) return this.#end('refused')
    this.status = 'waiting'
    const waitMs = Math.max(retryMs, (refusal.retryAfterSeconds ?? 0) * 1000)
    this.retryAt = new Date(Date.now() + waitMs)
    this.#timer = setTimeout(() => void this.send(), waitMs)
  }

  #end(status: HandInStatus): void {
    this.status = status
    this.#unsent = undefined
    void device.forget(this.#key)
  }
}
