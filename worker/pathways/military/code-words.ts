import * as m from '../../../web/paraglide/messages/_index.js'
import { type Text, said } from '../../http/say.ts'
import type { Branch } from './branch-input.ts'
import type { CivilianWork, Source } from './civilian-work.ts'
import type { How } from './military-code.ts'

const names = {
  army: m.pages_service_army,
  navy: m.pages_service_navy,
  'air-force': m.pages_service_air_force,
  'marine-corps': m.pages_service_marine_corps,
  'coast-guard': m.pages_service_coast_guard,
  'space-force': m.pages_service_space_force,
  unknown: m.pages_service_no_branch,
} satisfies Record<Branch | 'unknown', unknown>

export const branchName = (branch: Branch | 'unknown'): Text => said(names[branch])

const ways = {
  'as-typed': m.pages_service_as_typed,
  'army-skill-level': m.pages_service_without_level,
  'navy-grade': m.pages_service_without_grade,
  'air-force-skill-level': m.pages_service_level_as_x,
  'leading-zero': m.pages_service_with_zero,
} satisfies Record<How, unknown>

/** A sentence that says what a code was read as, and why. */
export const readingWords = ({ how, code }: { how: How; code: string }): Text =>
  said(ways[how], { code })

/** Whose code led to something: the branch and the code in its list. */
export const sourceWords = ({ branch, code }: Source): Text =>
  said(m.pages_service_source, { branch: said(names[branch]), code })

/** Who says that this work fits the code. */
export const originWords = ({ suggested }: Pick<CivilianWork, 'suggested'>): Text =>
  said(suggested ? m.pages_service_suggested : m.pages_service_listed)
