import { is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as accounts from '../../worker/accounts/tables.ts'
import * as attempts from '../../worker/attempts/tables.ts'
import * as audit from '../../worker/audit/tables.ts'
import * as credentials from '../../worker/credentials/tables.ts'
import * as foundation from '../../worker/foundation/tables.ts'
import * as insights from '../../worker/insights/tables.ts'
import * as interviews from '../../worker/interviews/tables.ts'
import * as notifications from '../../worker/notifications/tables.ts'
import * as organizations from '../../worker/organizations/tables.ts'
import * as pathways from '../../worker/pathways/tables.ts'
import * as calibration from '../../worker/reviews/calibration-tables.ts'
import * as sharing from '../../worker/reviews/sharing-tables.ts'
import * as reviews from '../../worker/reviews/tables.ts'
import * as scenarios from '../../worker/scenarios/tables.ts'
import * as scoring from '../../worker/scoring/tables.ts'
import * as skills from '../../worker/skills/tables.ts'
import * as talent from '../../worker/talent/tables.ts'

export const rooms: Record<string, unknown>[] = [
  accounts,
  attempts,
  audit,
  calibration,
  credentials,
  foundation,
  insights,
  interviews,
  notifications,
  organizations,
  pathways,
  reviews,
  scenarios,
  scoring,
  sharing,
  skills,
  talent,
]
/** Every table that the Worker declares. */
export const tables = rooms
  .flatMap((room) => Object.values(room))
  .filter((value) => is(value, SQLiteTable))
