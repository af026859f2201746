import { personal as accounts } from '../../accounts/personal.ts'
import { personal as attempts } from '../../attempts/personal.ts'
import { personal as audit } from '../../audit/personal.ts'
import { personal as credentials } from '../../credentials/personal.ts'
import { personal as foundation } from '../../foundation/personal.ts'
import type { Personal, PersonalRows } from '../../foundation/personal-rows.ts'
import { personal as interviews } from '../../interviews/personal.ts'
import { personal as notifications } from '../../notifications/personal.ts'
import { personal as organizations } from '../../organizations/personal.ts'
import { personal as pathways } from '../../pathways/personal.ts'
import { personal as reviews } from '../../reviews/personal.ts'
import { personal as scenarios } from '../../scenarios/personal.ts'
import { personal as scoring } from '../../scoring/personal.ts'
import { personal as skills } from '../../skills/personal.ts'
import { personal as talent } from '../../talent/personal.ts'
import { personal as insights } from '../personal.ts'

/** What every table holds about people: the export, the erasure and the privacy page follow it. */
export const register: Personal = {
  ...foundation,
  ...audit,
  ...accounts,
  ...notifications,
  ...organizations,
  ...skills,
  ...scenarios,
  ...attempts,
  ...reviews,
  ...scoring,
  ...credentials,
  ...pathways,
  ...talent,
  ...interviews,
  ...insights,
}

/** Each part of each table that is about a person, in the order of the rooms. */
export const personalRows: readonly (PersonalRows & { table: string })[] = Object.entries(
  register,
).flatMap(([table, rows]) => ('nobody' in rows ? [] : rows.map((row) => ({ table, ...row }))))
