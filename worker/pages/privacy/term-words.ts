import * as m from '../../../web/paraglide/messages/_index.js'
import { duration } from '../../foundation/reader/figures.ts'
import { type Said, said } from '../../http/say.ts'
import { idleTerm } from '../../insights/idle/idle.ts'
import type { Length } from '../../insights/personal/term.ts'
import type { TopicFacts } from '../../insights/personal/topics.ts'
import { termWords } from './words-of-terms.ts'

/** How long the rows of a topic are kept: a line for each term, then the rest. */
export function termLines({ topic, terms, rest }: TopicFacts): Said[] {
  const ending = terms.flatMap(({ table, number, term }) => {
    const words = termWords[topic]?.[table]?.[number]
    return words ? [said(words, { term: lengthOf(term) })] : []
  })
  const untilErased = said(ending.length > 0 ? m.privacy_long_rest : m.privacy_long_account)
  return [
    ...ending,
    ...(rest === 'until-erased' ? [untilErased] : []),
    ...(rest === 'for-good' ? [said(m.privacy_long_good)] : []),
    ...(topic === 'account' ? [idleLine()] : []),
  ]
}

/** 90 days, or 12 months. */
export function lengthOf(length: Length): Said {
  return (reader) =>
    'days' in length
      ? duration(reader, length.days, 'day')
      : duration(reader, length.months, 'month')
}

function idleLine(): Said {
  const [first, second] = idleTerm.noticeMonths
  return said(m.privacy_long_idle, {
    term: lengthOf({ months: idleTerm.months }),
    first: lengthOf({ months: first }),
    second: lengthOf({ months: second }),
  })
}
