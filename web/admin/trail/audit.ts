import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'
import { isId } from '../people/people.ts'
import { sentenceOf } from './sentences.ts'

export type Entry = ResponseOf<typeof api.auditEntries.index.$get>['entries'][number]

/** The filters in the URL. `pageDay` and `after` say where a further page begins. */
export interface Asked {
  actorId: string
  area: string
  fromDay: string
  untilDay: string
  pageDay: string
  after: string
}

/** Reads the filters from the URL. A filter with an invalid value counts as not set. */
export function readAsked(search: URLSearchParams): Asked {
  const given = (name: keyof Asked, isValid: (text: string) => boolean) => {
    const text = search.get(name) ?? ''
    return isValid(text) ? text : ''
  }
  return {
    actorId: given('actorId', isId),
    area: given('area', (text) => Object.hasOwn(areas, text)),
    fromDay: given('fromDay', isDay),
    untilDay: given('untilDay', isDay),
    pageDay: given('pageDay', isDay),
    after: given('after', isId),
  }
}

/** Whether a text is a day that exists, such as `2026-11-20`. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10
}

/**
 * The audit trail for the filters and the page in the URL, where they are kept so that Back works.
 */
export function useAuditTrail(asked: () => Asked) {
  return useQuery(() => {
    const { pageDay, untilDay, ...rest } = asked()
    const query = without({ ...rest, untilDay: pageDay || untilDay })
    const search = new URLSearchParams(query).toString()
    return {
      path: `/api/audit-entries${search && `?${search}`}`,
      ask: () => unwrap(api.auditEntries.index.$get({ query })),
    }
  })
}

export function pathWith(asked: Asked): string {
  const search = new URLSearchParams(without({ ...asked })).toString()
  return `/audit-trail${search && `?${search}`}`
}

function without(asked: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
}

const byRole = {
  system: m.trail_by_system,
  student: m.trail_by_student,
  mentor: m.trail_by_mentor,
  recruiter: m.trail_by_recruiter,
  admin: m.trail_by_admin,
}

const keptIn = (detail: unknown): { role?: unknown; n?: unknown } =>
  typeof detail === 'object' && detail !== null ? detail : {}

/**
 * An entry as a sentence: “Jo Marsh invited 3 people as students” or “A mentor handed in a review”.
 */
export function wordsOf({ action, by, detail }: Entry): string {
  const who = by.kind === 'staff' ? by.name || m.trail_somebody() : byRole[by.kind]()
  const { role, n } = keptIn(detail)
  return sentenceOf(action, {
    who,
    role: typeof role === 'string' ? role : '',
    count: typeof n === 'number' ? n : 1,
  })
}

const areas = {
  people: m.trail_area_people,
  cohorts: m.trail_area_cohorts,
  challenges: m.trail_area_challenges,
  answers: m.trail_area_answers,
  reviews: m.trail_area_reviews,
  badges: m.trail_area_badges,
  organizations: m.trail_area_organizations,
  openings: m.trail_area_openings,
  interviews: m.trail_area_interviews,
  accounts: m.trail_area_accounts,
  mail: m.trail_area_mail,
}

const ofEmployers = ['people', 'organizations', 'openings', 'interviews', 'accounts', 'mail']

/**
 * What entries can be about in a kind of organization. Programmes also have openings, because the
 * operator's admins decide on them.
 */
export function areasIn(kind: 'programme' | 'employer' | undefined) {
  return Object.entries(areas)
    .filter(([area]) => kind !== 'employer' || ofEmployers.includes(area))
    .map(([value, words]) => ({ value, words: words() }))
}
