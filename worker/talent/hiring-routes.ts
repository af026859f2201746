import { route } from '../accounts/door/door.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { decideAdmission } from '../organizations/admission/decide-admission.ts'
import { decideChange } from '../organizations/employer/decide-change.ts'
import { decideEmployer } from '../organizations/employer/decide-employer.ts'
import { refusalWithDecision } from '../organizations/employer/find-decision.ts'
import { decideOpening } from './opening/decide-opening.ts'
import { changeOpening, describeOpening } from './opening/describe-opening.ts'
import { findOwnOpening, listOpenings } from './opening/find-openings.ts'
import { findWaiting } from './opening/find-waiting.ts'
import { listCards } from './card/list-cards.ts'
import { ChangeOpeningInput, DecideInput, OpeningInput } from './opening/opening-input.ts'
import { PageInput, SearchInput } from './search/search-input.ts'
import { startSearch } from './search/start-search.ts'
import { viewCard } from './card/view-card.ts'
import { ViewCardInput } from './card/view-card-input.ts'

const employer = { who: ['recruiter', 'admin'] } as const
const recruiter = { who: ['recruiter'] } as const
const operator = { who: ['admin'], operator: true } as const

/**
 * Jobs to fill, with fixed pay, hours and place. Each is approved before the first search with it.
 */
export const openingRoutes = createApp()
  .get('/', route(employer), query(PageQuery), async (c) => {
    return c.json(await listOpenings(c.var.call, c.req.valid('query')))
  })

  .post('/', route({ ...employer, perDay: 50 }), body(OpeningInput), async (c) => {
    return c.json(await describeOpening(c.var.call, c.req.valid('json')), 201)
  })

  .put(
    '/:openingId',
    route({ ...employer, load: (call, { openingId = '' }) => findOwnOpening(call, openingId) }),
    body(ChangeOpeningInput),
    async (c) => c.json(await changeOpening(c.var.call, c.var.resource, c.req.valid('json'))),
  )

const decisions = {
  'employer-change': decideChange,
  admission: decideAdmission,
  'opening-version': decideOpening,
}

/**
 * What the operator decides on: new employers, changes of an employer's details, mentors of the
 * open programme, and wordings of openings.
 */
export const approvalRoutes = createApp()
  .get('/', route(operator), async (c) => c.json(await findWaiting(c.var.call)))

  .post('/', route({ ...operator, fresh: true }), body(DecideInput), async (c) => {
    const input = c.req.valid('json')
    const { subjectKind, subjectId, decision, reason = null } = input
    const { call } = c.var
    try {
      const decided =
        input.subjectKind === 'employer'
          ? await decideEmployer(call, subjectId, decision, reason, input.version)
          : await decisions[input.subjectKind](call, subjectId, decision, reason)
      return c.json(decided, 201)
    } catch (error) {
      throw await refusalWithDecision(call, subjectKind, subjectId, error)
    }
  })

/** Anonymous search. Every look is logged, so all of these are POST. */
export const searchRoutes = createApp()
  .post('/', route({ ...recruiter, perDay: 300 }), body(SearchInput), async (c) => {
    return c.json(await startSearch(c.var.call, c.req.valid('json')), 201)
  })

  .post('/:searchId/pages', route(recruiter), body(PageInput), async (c) => {
    return c.json(await listCards(c.var.call, c.req.param('searchId'), c.req.valid('json')), 201)
  })

export const cardRoutes = createApp().post(
  '/:pseudonym/views',
  route({ ...recruiter, perDay: 200 }),
  body(ViewCardInput),
  async (c) => {
    const { openingId } = c.req.valid('json')
    return c.json(await viewCard(c.var.call, c.req.param('pseudonym'), openingId), 201)
  },
)
