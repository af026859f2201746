import { m } from '../../paraglide/messages.js'

interface Missing {
  what: string
  /** What to do about it. */
  cure: string
}

const requirements: Record<string, () => Missing> = {
  'work-address': () => ({
    what: m.recruiter_refusal_work_address(),
    cure: m.recruiter_refusal_work_address_cure(),
  }),
  details: () => ({
    what: m.recruiter_refusal_details(),
    cure: m.recruiter_refusal_details_cure(),
  }),
  approval: () => ({
    what: m.recruiter_refusal_approval(),
    cure: m.recruiter_refusal_approval_cure(),
  }),
  opening: () => ({
    what: m.recruiter_refusal_opening(),
    cure: m.recruiter_refusal_opening_cure(),
  }),
  active: () => ({ what: m.recruiter_refusal_active(), cure: m.recruiter_refusal_active_cure() }),
}

/** What a search still needs, from the requirements in its refusal. */
export function missingIn(missing: unknown): Missing[] {
  if (!Array.isArray(missing)) return []
  return missing.flatMap((requirement) => requirements[String(requirement)]?.() ?? [])
}
