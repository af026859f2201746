import type { TypedJob } from './claims.ts'

/** A job on a line of time: where it begins and how long it is, as shares of the line in percent. */
interface Bar {
  from: number
  length: number
}

const dayMs = 86_400_000

/**
 * The jobs from the first of them, or from leaving school if that is earlier, until today, and where
 * on that line these days are; null for a day that is not known.
 */
export function barsOf(
  jobs: readonly TypedJob[],
  {
    leftSchoolOn,
    fiveYearsOn,
    today,
  }: Record<'leftSchoolOn' | 'fiveYearsOn', string | null> & {
    today: string
  },
) {
  const end = timeOf(today) + dayMs
  const starts = [
    ...jobs.map(({ from }) => timeOf(from)),
    ...(leftSchoolOn ? [timeOf(leftSchoolOn)] : []),
  ]
  const begin = Math.min(...starts, end - dayMs)
  const share = (time: number) => (100 * (Math.min(end, time) - begin)) / (end - begin)
  return {
    firstYear: new Date(begin).getUTCFullYear(),
    leftSchool: leftSchoolOn ? share(timeOf(leftSchoolOn)) : null,
    fiveYears: fiveYearsOn ? share(endOf(fiveYearsOn)) : null,
    bars: jobs.map(({ from, to }): Bar => {
      const at = share(timeOf(from))
      return { from: at, length: Math.max(0.5, (to ? share(endOf(to)) : 100) - at) }
    }),
  }
}

const timeOf = (date: string) => Date.parse(date.length === 7 ? `${date}-01` : date)

/** A month ends with its last day. */
function endOf(date: string): number {
  if (date.length > 7) return timeOf(date) + dayMs
  const [year = 0, month = 1] = date.split('-').map(Number)
  return Date.UTC(year, month, 1)
}
