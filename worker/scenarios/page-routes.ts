import { holdsSession } from '../accounts/session/cookies.ts'
import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { notFound } from '../http/problems.ts'
import { respondWithPage } from '../http/respond-with-page.ts'
import { isSkill } from '../skills/skill.ts'
import { challengesPage } from './catalogue/catalogue-page.ts'
import { challengePage } from './catalogue/challenge-page.ts'
import { findCatalogue, findCataloguePage } from './catalogue/find-catalogue.ts'
import { findPresentRubric, findRubricVersion } from './catalogue/find-public-rubric.ts'
import { rubricPage } from './catalogue/rubric-page.ts'

const signedIn = (c: { req: { raw: Request } }) => holdsSession(c.req.raw.headers)

/** The public catalogue as pages, without script. Mounted at the top. */
export const challengePageRoutes = createApp()
  .get('/challenges', route({ who: 'anyone' }), async (c) => {
    const skill = c.req.query('skill')
    if (skill !== undefined && !isSkill(skill)) throw notFound()
    const entries = await findCatalogue(c.var.call)
    return respondWithPage(c, challengesPage({ entries, skill, signedIn: signedIn(c) }))
  })
  .get(
    '/challenges/:challengeId',
    route({
      who: 'anyone',
      load: (call, { challengeId = '' }) => findCataloguePage(call, challengeId),
    }),
    (c) => respondWithPage(c, challengePage({ challenge: c.var.resource, signedIn: signedIn(c) })),
  )
  .get(
    '/rubrics/:skill',
    route({ who: 'anyone', load: (call, { skill = '' }) => findPresentRubric(call, skill) }),
    (c) => respondWithPage(c, rubricPage({ found: c.var.resource, signedIn: signedIn(c) })),
  )
  .get(
    '/rubrics/:skill/:rubricHash',
    route({
      who: 'anyone',
      load: (call, { skill = '', rubricHash = '' }) => findRubricVersion(call, skill, rubricHash),
    }),
    (c) => respondWithPage(c, rubricPage({ found: c.var.resource, signedIn: signedIn(c) })),
  )
