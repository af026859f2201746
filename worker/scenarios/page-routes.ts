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

const aPage = { who: 'anyone', page: true } as const

/** The public catalogue as pages without script, mounted at the root. */
export const challengePageRoutes = createApp()
  .get('/challenges', route(aPage), async (c) => {
    const skill = c.req.query('skill')
    if (skill !== undefined && !isSkill(skill)) throw notFound()
    const entries = await findCatalogue(c.var.call)
    return respondWithPage(c, challengesPage({ entries, skill }))
  })
  .get(
    '/challenges/:challengeId',
    route({
      ...aPage,
      load: (call, { challengeId = '' }) => findCataloguePage(call, challengeId),
    }),
    (c) => {
      const { resource: challenge, menuOwner } = c.var
      return respondWithPage(c, challengePage({ challenge, signedIn: menuOwner !== undefined }))
    },
  )
  .get(
    '/rubrics/:skill',
    route({ ...aPage, load: (call, { skill = '' }) => findPresentRubric(call, skill) }),
    (c) => respondWithPage(c, rubricPage(c.var.resource)),
  )
  .get(
    '/rubrics/:skill/:rubricHash',
    route({
      ...aPage,
      load: (call, { skill = '', rubricHash = '' }) => findRubricVersion(call, skill, rubricHash),
    }),
    (c) => respondWithPage(c, rubricPage(c.var.resource)),
  )
