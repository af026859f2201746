import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { notFound } from '../http/problems.ts'
import { respondWithPage } from '../http/respond-with-page.ts'
import type { Branch } from './military/branch-input.ts'
import { isBranch } from './military/branch.ts'
import { mostTyped } from './military/find-military-code-input.ts'
import { findMilitaryCode } from './military/find-military-code.ts'
import { militaryCode } from './military/military-code.ts'
import { militaryCodePage } from './military/military-code-page.ts'

/** Pages without script about pathways, mounted at the root. */
export const pathwayPageRoutes = createApp().get(
  '/service',
  route({ who: 'anyone', page: true }),
  async (c) => {
    const typed = (c.req.query('code') ?? '').slice(0, mostTyped)
    const branch = branchIn(c.req.query('branch'))
    if (typed.trim() === '') return respondWithPage(c, militaryCodePage({ typed: '', branch }))
    const code = militaryCode(c.req.query('code') ?? '')
    if (code === undefined) {
      return respondWithPage(c, militaryCodePage({ typed, branch, answer: 'refused' }), 422)
    }
    const answer = await findMilitaryCode(c.var.call, { code, branch })
    return respondWithPage(c, militaryCodePage({ typed, branch, answer }))
  },
)

/** The form sends an empty one for all branches. */
function branchIn(sent = ''): Branch | undefined {
  if (sent === '') return undefined
  if (!isBranch(sent)) throw notFound()
  return sent
}
