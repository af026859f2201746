/** A job or a duty. A date is a day (`2015-01-31`) or a month (`2015-01`). */
export interface Job {
  from: string
  /** Left out while the job goes on. */
  to?: string | undefined
}

export interface Career {
  jobs: readonly Job[]
  /** A day or a month. */
  leftSchool: string
  /** A day. */
  today: string
}

export interface Experience {
  /** Days with at least one job. */
  days: number
  longestJobDays: number
  /** The rules that are not met. */
  failing: readonly ExperienceRule[]
}

type ExperienceRule = 'work-five-years' | 'one-job-one-year'

/** The fewest days: five years, one of which is a leap year, and one year. */
export const leastDays = { 'work-five-years': 1_826, 'one-job-one-year': 365 } as const

/**
 * Days of work since somebody left school. First and last day count; a day with two jobs counts
 * once; a job without an end, or with one that is to come, ends today. A month counts from its
 * first to its last day; leaving school in a month, from its first. The longest job is that with
 * the most such days. Source: the project's rules for prior learning, after the conditions of Texas
 * A&M-Texarkana.
 */
export function experienceOf({ jobs, leftSchool, today }: Career): Experience {
  const left = firstDay(leftSchool)
  const now = firstDay(today)
  const spans = jobs
    .map(({ from, to }) => ({
      first: Math.max(firstDay(from), left),
      last: to === undefined ? now : Math.min(lastDay(to), now),
    }))
    .filter(({ first, last }) => first <= last)
  const days = countDays(spans)
  const longestJobDays = Math.max(0, ...spans.map(lengthOf))
  const failing: ExperienceRule[] = []
  if (days < leastDays['work-five-years']) failing.push('work-five-years')
  if (longestJobDays < leastDays['one-job-one-year']) failing.push('one-job-one-year')
  return { days, longestJobDays, failing }
}

/** First and last day, in days since 1970. */
interface Span {
  first: number
  last: number
}

const lengthOf = ({ first, last }: Span) => last - first + 1

function countDays(spans: readonly Span[]): number {
  let counted = 0
  let until = -Infinity
  for (const { first, last } of spans.toSorted((one, other) => one.first - other.first)) {
    counted += Math.max(0, last - Math.max(first, until + 1) + 1)
    until = Math.max(until, last)
  }
  return counted
}

const dayMs = 86_400_000

function firstDay(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / dayMs
}

function lastDay(date: string): number {
  const [year = 0, month = 1, day] = date.split('-').map(Number)
  // Day 0 of the next month is the last day of this one.
  return day === undefined ? Date.UTC(year, month, 0) / dayMs : firstDay(date)
}
