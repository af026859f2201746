import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { type ApiError, refusalOf } from '../../lib/http/problem.ts'
import type { VisibleFields } from '../visibility.ts'

type Drafted = ResponseOf<typeof api.visibility.previews.$post>
export type Card = Drafted['card']
export type CardForm = 'short' | 'full'
export type ReadText = Drafted['texts'][number]
export type ShownCrowd = Drafted['crowds'][number]

interface Wanted {
  fields: VisibleFields
  form: CardForm
  /** Whether everything is saved, so that the card can be loaded as one employer gets it. */
  live: boolean
  organizationId: string
}

/**
 * The student's own card as an employer would see it. The old one stays while the next one loads.
 */
export class Preview {
  card = $state.raw<Card>()
  /** What was hidden in each text, and what a reader could infer from it. */
  texts = $state.raw<ReadText[]>([])
  /** For each badge: whether month, region and criteria are exact, or less so in a small group. */
  crowds = $state.raw<ShownCrowd[]>([])
  refusal = $state.raw<ApiError>()
  #latest = 0

  async ask({ fields, form, live, organizationId }: Wanted): Promise<void> {
    const asked = ++this.#latest
    const [drafted, asShown] = await Promise.all([
      draft(fields, form).catch(refusalOf),
      live ? asEmployer(organizationId, form).catch(refusalOf) : undefined,
    ])
    if (asked !== this.#latest) return
    if ('texts' in drafted) {
      this.texts = drafted.texts
      this.crowds = drafted.crowds
    }
    const shown = asShown ?? drafted
    this.card = 'card' in shown ? shown.card : undefined
    this.refusal = 'card' in shown ? undefined : shown
  }

  of(field: string): ReadText | undefined {
    return this.texts.find((text) => text.field === field)
  }
}

function draft(fields: VisibleFields, form: CardForm) {
  // A preview changes nothing, so a retry can use a new key.
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return unwrap(api.visibility.previews.$post({ json: { fields, form } }, { headers }))
}

function asEmployer(organizationId: string, form: CardForm) {
  const query = { form, ...(organizationId !== '' && { organizationId }) }
  return unwrap(api.visibility.preview.$get({ query }))
}
