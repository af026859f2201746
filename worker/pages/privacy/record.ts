import * as m from '../../../web/paraglide/messages/_index.js'
import type { Topic } from '../../foundation/personal-rows.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Plain, type Text, said, toldTo } from '../../http/say.ts'
import { termLines } from './term-words.ts'
import { erasedLines } from './topic-fold.ts'
import { topicFacts, topicWords } from './topic-words.ts'

/**
 * What only the record of a programme's office says of a topic: the legal basis, and whose data it
 * is.
 */
const legal: Record<Topic, { basis: Plain; whose: Plain }> = {
  account: { basis: m.office_basis_contract, whose: m.office_whose_all },
  'sign-in': { basis: m.office_basis_interest, whose: m.office_whose_all },
  notices: { basis: m.office_basis_contract, whose: m.office_whose_all },
  answers: { basis: m.office_basis_contract, whose: m.office_whose_students },
  reviews: { basis: m.office_basis_contract, whose: m.office_whose_reviewers },
  results: { basis: m.office_basis_contract, whose: m.office_whose_students },
  badges: { basis: m.office_basis_contract, whose: m.office_whose_students },
  visibility: { basis: m.office_basis_consent, whose: m.office_whose_students },
  consents: { basis: m.office_basis_duty, whose: m.office_whose_students },
  interviews: { basis: m.office_basis_consent, whose: m.office_whose_both },
  staff: { basis: m.office_basis_interest, whose: m.office_whose_staff },
  technical: { basis: m.office_basis_interest, whose: m.office_whose_all },
}

/** The columns of the record, in order. */
export const recordColumns = [
  ['activity', m.office_record_activity],
  ['purpose', m.office_record_purpose],
  ['basis', m.office_record_basis],
  ['whose', m.office_record_whose],
  ['categories', m.office_record_categories],
  ['recipients', m.office_record_recipients],
  ['term', m.office_record_term],
  ['erased', m.office_record_erased],
  ['tables', m.office_record_tables],
] as const satisfies [string, Plain][]

export type RecordColumn = (typeof recordColumns)[number][0]

/** A record of processing: a row for each topic of the register. A cell can have several lines. */
export function recordRows(): Record<RecordColumn, Text[]>[] {
  return topicFacts().map((facts) => {
    const { title, what, why, who } = topicWords[facts.topic]
    const { basis, whose } = legal[facts.topic]
    return {
      activity: [said(title)],
      purpose: [said(why)],
      basis: [said(basis)],
      whose: [said(whose)],
      categories: [said(what)],
      recipients: [said(who)],
      term: termLines(facts),
      erased: erasedLines(facts),
      tables: [facts.tables.join(', ')],
    }
  })
}

/** The record as a CSV file (RFC 4180) with a line of headings. */
export function recordFile(reader: Reader): string {
  const rows = recordRows().map((row) =>
    recordColumns.map(([column]) => row[column].map((line) => toldTo(reader, line)).join(' ')),
  )
  const headings = recordColumns.map(([, words]) => toldTo(reader, said(words)))
  return [headings, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
