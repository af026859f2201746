import { type MenuPath, menuOf } from '../../../worker/http/menu.ts'
import { m } from '../../paraglide/messages.js'
import type { Membership } from './session.ts'

const words: Record<MenuPath, () => string> = {
  '/home': m.shell_nav_home,
  '/challenges': m.shell_nav_challenges,
  '/how-it-works': m.shell_nav_how,
  '/for-employers': m.shell_nav_employers,
  '/reviews': m.shell_nav_reviews,
  '/badges': m.shell_nav_badges,
  '/visibility': m.shell_nav_visibility,
  '/interviews': m.shell_nav_interviews,
  '/coaching': m.shell_nav_coaching,
  '/openings': m.shell_nav_openings,
  '/cohorts': m.shell_nav_cohorts,
  '/people': m.shell_nav_people,
  '/approvals': m.shell_nav_approvals,
  '/operations': m.shell_nav_operations,
  '/audit-trail': m.shell_nav_audit_trail,
}

/** The menu for a membership; null and undefined as in `menuOf`. */
export const linesFor = (acting: Membership | null | undefined) =>
  menuOf(acting).map((href) => ({ href, words: words[href]() }))
