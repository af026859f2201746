import { m } from '../../paraglide/messages.js'
import { type Duty, dueWords, dutyOf } from '../due.ts'
import type { Summary } from '../requests.ts'

export interface Next {
  title: string
  words: string
  href?: string
  action?: string
}

const duties: Record<Duty, [title: (inputs: { title: string }) => string, go: () => string]> = {
  'choose-time': [m.recruiter_next_time_title, m.recruiter_next_time_go],
  attendance: [m.recruiter_next_attend_title, m.recruiter_next_attend_go],
  outcome: [m.recruiter_next_outcome_title, m.recruiter_next_outcome_go],
  dispute: [m.recruiter_next_dispute_title, m.recruiter_next_dispute_go],
  place: [m.recruiter_next_place_title, m.recruiter_next_place_go],
}

/** The next step for the first duty in `asked` that any of the interviews has. */
export function fromDuties(requests: Summary[], asked: readonly Duty[]): Next | undefined {
  for (const duty of asked) {
    const request = requests.find((one) => dutyOf(one) === duty)
    if (request) {
      const [titleOf, goOn] = duties[duty]
      const { id, title } = request
      const words = dueWords(request)
      return { title: titleOf({ title }), words, href: `/interviews/${id}`, action: goOn() }
    }
  }
  return undefined
}
