import { m } from '../../paraglide/messages.js'
import type { Claim } from './claims.ts'

export const mostJobs = 5
export const mostLinks = 5

/** A job in the fields of the form. */
export interface JobInFields {
  title: string
  organization: string
  from: string
  to: string
  hours: string
}

/** What the form of jobs and links holds. `links`: one on each line. */
interface WorkInFields {
  isService: boolean
  leftSchoolOn: string
  jobs: JobInFields[]
  links: string
}

export const emptyJob = (): JobInFields => {
  return { title: '', organization: '', from: '', to: '', hours: '' }
}

/** The form for a claim, with one empty job if it has none. */
export function asTyped({ isService, leftSchoolOn, jobs, links }: Claim): WorkInFields {
  const typed = jobs.map(({ title, organization, from, to, hoursAWeek }) => {
    return { title, organization, from, to: to ?? '', hours: String(hoursAWeek) }
  })
  return {
    isService,
    leftSchoolOn: leftSchoolOn ?? '',
    jobs: typed.length > 0 ? typed : [emptyJob()],
    links: links.join('\n'),
  }
}

/** What the Worker takes. A job without a word in it is left out. */
export function toSend({ isService, leftSchoolOn, jobs, links }: WorkInFields, version: number) {
  return {
    isService,
    leftSchoolOn: leftSchoolOn.trim() || null,
    jobs: jobs.filter(isBegun).map(({ title, organization, from, to, hours }) => ({
      title: title.trim(),
      organization: organization.trim(),
      from: from.trim(),
      ...(to.trim() && { to: to.trim() }),
      hoursAWeek: Number(hours),
    })),
    links: links
      .split('\n')
      .map((link) => link.trim())
      .filter(Boolean),
    version,
  }
}

const isBegun = (job: JobInFields) => Object.values(job).some((value) => value.trim() !== '')

export function isDayOrMonth(typed: string): boolean {
  const date = typed.trim()
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(date)) return false
  if (date.length === 7) return true
  const time = new Date(`${date}T00:00:00.000Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
}

/** What is wrong with the jobs, by field. */
export function wrongJobs(jobs: readonly JobInFields[]): Record<string, string | false> {
  const wrong = jobs.flatMap((job, index) => {
    if (!isBegun(job)) return []
    const id = (field: string) => `job-${index + 1}-${field}`
    const [from, to] = [job.from.trim(), job.to.trim()]
    const hours = Number(job.hours)
    const isWhole = Number.isInteger(hours) && hours >= 1 && hours <= 168
    return [
      [id('title'), job.title.trim() === '' && m.student_claim_job_title_missing()],
      [id('from'), !isDayOrMonth(from) && m.student_claim_date_wrong()],
      [id('to'), to !== '' && toWrong(from, to)],
      [id('hours'), !isWhole && m.student_claim_job_hours_wrong()],
    ]
  })
  return Object.fromEntries(wrong)
}

function toWrong(from: string, to: string): string | false {
  if (!isDayOrMonth(to)) return m.student_claim_date_wrong()
  return to < from.slice(0, to.length) && m.student_claim_job_to_early()
}
