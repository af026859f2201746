import type { VisibilityPage, VisibleFields } from '../visibility.ts'

/** The form's state. A field that is switched off keeps its text. */
export interface Typed {
  badges: {
    credentialId: string
    on: boolean
    /**
     * Whether the second tick is set: consent that search engines and employers both find the
     * badge.
     */
    listedToo: boolean
    criteria: boolean
    quotes: boolean
    excerpt: string
  }[]
  headline: { on: boolean; text: string }
  summary: { on: boolean; text: string }
  regions: string[]
  remote: boolean
  hours: { on: boolean; least: string; most: string }
  start: { on: boolean; month: string }
  pay: { on: boolean; amount: string; currency: string }
  countries: string[]
  /** What is typed in the two fields for places and is not yet in `regions` or `countries`. */
  notAdded: { regions: string; countries: string }
}

/** The form's initial state: what is on. */
export function typedOf({ fields, badges }: Pick<VisibilityPage, 'fields' | 'badges'>): Typed {
  const on: VisibleFields = fields
  return {
    badges: badges.map(({ credentialId }) => {
      const shown = on.credentials.find((each) => each.credentialId === credentialId)
      const excerpt = shown?.excerpt
      return {
        credentialId,
        on: shown !== undefined,
        listedToo: false,
        criteria: shown?.criteria ?? false,
        quotes: excerpt !== undefined,
        excerpt: excerpt ?? '',
      }
    }),
    headline: { on: on.headline !== undefined, text: on.headline ?? '' },
    summary: { on: on.summary !== undefined, text: on.summary ?? '' },
    regions: [...(on.regions ?? [])],
    remote: on.remote ?? false,
    hours: {
      on: on.hoursPerWeek !== undefined,
      least: String(on.hoursPerWeek?.minimum ?? ''),
      most: String(on.hoursPerWeek?.maximum ?? ''),
    },
    start: { on: on.startMonth !== undefined, month: on.startMonth ?? '' },
    pay: {
      on: on.payFloor !== undefined,
      amount: String(on.payFloor?.amount ?? ''),
      currency: on.payFloor?.currency ?? '',
    },
    countries: [...(on.workCountries ?? [])],
    notAdded: { regions: '', countries: '' },
  }
}

/** What is switched on and filled in; empty fields are left out. */
export function fieldsOf(typed: Typed): VisibleFields {
  const { headline, summary, regions, remote, start, pay, countries } = typed
  const hours = hoursOf(typed.hours)
  const amount = whole(pay.amount)
  return {
    credentials: typed.badges
      .filter(({ on }) => on)
      .map(({ credentialId, criteria, quotes, excerpt }) => ({
        credentialId,
        ...(criteria && { criteria: true as const }),
        ...(quotes && excerpt.trim() !== '' && { excerpt: excerpt.trim() }),
      })),
    ...(headline.on && headline.text.trim() !== '' && { headline: headline.text.trim() }),
    ...(summary.on && summary.text.trim() !== '' && { summary: summary.text.trim() }),
    ...(regions.length > 0 && { regions: [...regions] }),
    ...(remote && { remote: true as const }),
    ...(typed.hours.on && hours && { hoursPerWeek: hours }),
    ...(start.on && start.month !== '' && { startMonth: start.month }),
    ...(pay.on &&
      amount &&
      pay.currency !== '' && { payFloor: { amount, currency: pay.currency } }),
    ...(countries.length > 0 && { workCountries: [...countries] }),
  }
}

/** What is on now, minus what the form has switched off. */
export function remainingOf(on: VisibleFields, typed: Typed): VisibleFields {
  const switchOf = (id: string) => typed.badges.find(({ credentialId }) => credentialId === id)
  const regions = on.regions?.filter((code) => typed.regions.includes(code)) ?? []
  const countries = on.workCountries?.filter((code) => typed.countries.includes(code)) ?? []
  const { headline, summary, hoursPerWeek, startMonth, payFloor } = on
  return {
    credentials: on.credentials
      .filter(({ credentialId }) => switchOf(credentialId)?.on)
      .map(({ credentialId, criteria, excerpt }) => ({
        credentialId,
        ...(criteria && switchOf(credentialId)?.criteria && { criteria }),
        ...(excerpt !== undefined && switchOf(credentialId)?.quotes && { excerpt }),
      })),
    ...(headline !== undefined && typed.headline.on && { headline }),
    ...(summary !== undefined && typed.summary.on && { summary }),
    ...(regions.length > 0 && { regions }),
    ...(on.remote && typed.remote && { remote: true as const }),
    ...(hoursPerWeek && typed.hours.on && { hoursPerWeek }),
    ...(startMonth !== undefined && typed.start.on && { startMonth }),
    ...(payFloor && typed.pay.on && { payFloor }),
    ...(countries.length > 0 && { workCountries: countries }),
  }
}

/**
 * Whether an excerpt is in an answer, if line breaks and repeated spaces count as one space. The
 * server decides in the end.
 */
export function isPassageOf(answers: readonly string[], excerpt: string): boolean {
  const flowing = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return answers.some((answer) => flowing(answer).includes(flowing(excerpt)))
}

export function hoursOf({ least, most }: Typed['hours']) {
  const [minimum, maximum] = [whole(least), whole(most)]
  const isSpan = minimum && maximum && minimum <= maximum && maximum <= 60
  return isSpan ? { minimum, maximum } : undefined
}

/** A whole number from 1 to 9,999,999, typed with or without `,` `.` or a space at thousands. */
export function whole(typed: string): number | undefined {
  const digits = typed.trim().replace(/[\s,.](?=\d{3}\b)/g, '')
  return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : undefined
}
