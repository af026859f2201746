import { m } from '../../paraglide/messages.js'
import type { ShowableBadge } from '../visibility.ts'
import { hoursOf, isPassageOf, type Typed, whole } from './fields.ts'

/** The form's errors by field; empty if it can be sent. */
export function gapsIn(typed: Typed, badges: readonly ShowableBadge[]) {
  const { headline, summary, start, pay } = typed
  const excerpts = typed.badges.map(({ credentialId, on, quotes, excerpt }) => {
    const badge = badges.find((each) => each.credentialId === credentialId)
    const problem = on && quotes ? wrongPassage(excerpt, badge?.answers ?? []) : undefined
    return [`excerpt-${credentialId}`, problem] as const
  })
  const ticks = typed.badges.map(({ credentialId, on, listedToo }) => {
    const asks = badges.find((each) => each.credentialId === credentialId)?.listedInPublic
    return [
      `listed-${credentialId}`,
      on && asks && !listedToo && m.visibility_listed_missing(),
    ] as const
  })
  const first = typed.badges[0]
  return {
    ...(first && {
      [`badge-${first.credentialId}`]:
        typed.badges.every(({ on }) => !on) && m.visibility_needs_badge(),
    }),
    ...Object.fromEntries(ticks),
    ...Object.fromEntries(excerpts),
    headline: headline.on && headline.text.trim() === '' && m.visibility_headline_missing(),
    summary: summary.on && summary.text.trim() === '' && m.visibility_summary_missing(),
    regions: notAdded(typed.notAdded.regions),
    countries: notAdded(typed.notAdded.countries),
    hours: typed.hours.on && !hoursOf(typed.hours) && m.visibility_hours_wrong(),
    start: start.on && start.month === '' && m.visibility_start_missing(),
    pay: pay.on && !whole(pay.amount) && m.visibility_pay_wrong(),
    currency: pay.on && pay.currency === '' && m.visibility_currency_missing(),
  }
}

function notAdded(text: string): string | undefined {
  return text.trim() === '' ? undefined : m.visibility_place_not_added({ text: text.trim() })
}

function wrongPassage(excerpt: string, answers: readonly string[]): string | undefined {
  const passage = excerpt.trim()
  if (passage === '') return m.visibility_excerpt_missing()
  if (passage.length > 600) return m.visibility_excerpt_long({ count: passage.length })
  return isPassageOf(answers, passage) ? undefined : m.visibility_excerpt_other()
}
