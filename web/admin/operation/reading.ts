import { figure } from '../../lib/format/figures.ts'
import { relative } from '../../lib/format/dates.ts'
import type { ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type Operation = ResponseOf<typeof api.insights.operation.$get>

/** One number of the operator's page. */
export interface Reading {
  /** The fragment of its place on the page. */
  id: string
  name: string
  value: string
  /** How much of what is allowed is used; past 1 is too much. Without it there is no picture. */
  share?: number
  isRed: boolean
  /** What is normal. */
  fine?: string
  /** What to do if it is red, and the heading to read in docs/when-something-is-red.md, if any. */
  advice?: string
  topic?: string
}

export interface ReadingSection {
  title: string
  /** A small line under the title. */
  fine?: string
  readings: Reading[]
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** The part of `allowedMs` that has passed since `at`; 0 if there is no such time. */
export const ageShare = (at: string | null, allowedMs: number, now: Date) =>
  at === null ? 0 : Math.max(0, now.getTime() - Date.parse(at)) / allowedMs

/** 12, or "more than 1,000" where the server stopped counting. */
export const countWords = ({ n, more }: { n: number; more: boolean }) =>
  more ? m.admin_operations_count_more({ n: figure(n) }) : figure(n)

type Counted = Operation['unsigned']
type Words = (values: { n: string; time: string }) => string

/** "Due: 12. The oldest was due 3 minutes ago." */
export const countedWords = (counted: Counted, words: Words, none: () => string, now: Date) =>
  counted.since === null
    ? none()
    : words({ n: countWords(counted), time: relative(counted.since, now) })
