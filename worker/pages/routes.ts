import { route } from '../accounts/door/door.ts'
import { declaredProblems } from '../foundation/call/problem.ts'
import { createApp } from '../http/factory.ts'
import { problemPage } from '../http/problem-page.ts'
import { problemWords } from '../http/problem-words.ts'
import { respondWithPage } from '../http/respond-with-page.ts'
import { findCatalogue } from '../scenarios/catalogue/find-catalogue.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { contactAddress } from './contact.ts'
import { employersPage } from './employers-page.ts'
import { landingPage } from './landing-page.ts'
import { mentorsPage } from './mentors-page.ts'
import { methodPage } from './method-page.ts'
import { problemsPage } from './problems-page.ts'
import { robotsText, securityText } from './site-files.ts'

const anyone = { who: 'anyone' } as const
const aPage = { who: 'anyone', page: true } as const
const contact = (c: { env: { MAIL_FROM: string } }) => contactAddress(c.env.MAIL_FROM)

/** The pages that belong to no resource and need no script. Mounted at the top. */
export const pageRoutes = createApp()
  .get('/', route(aPage), async (c) => {
    const catalogue = await findCatalogue(c.var.call)
    return respondWithPage(c, landingPage({ catalogue }))
  })
  .get('/how-it-works', route(aPage), (c) => respondWithPage(c, methodPage()))
  .get('/for-mentors', route(aPage), (c) => {
    const isMentor = c.var.menuOwner?.acting?.role === 'mentor'
    return respondWithPage(c, mentorsPage({ isMentor }))
  })
  .get('/for-employers', route(aPage), (c) => respondWithPage(c, employersPage()))
  .get('/accessibility', route(aPage), (c) =>
    respondWithPage(c, accessibilityPage({ contact: contact(c) })),
  )
  .get('/problems', route(aPage), (c) =>
    respondWithPage(c, problemsPage({ kinds: declaredProblems().values(), contact: contact(c) })),
  )
  .get(
    '/problems/:type',
    route({ ...aPage, load: async (_, { type = '' }) => declaredProblems().get(type) }),
    (c) => {
      const kind = c.var.resource
      const words = problemWords(kind.type)
      return respondWithPage(c, problemPage({ kind, words }))
    },
  )
  .get('/robots.txt', route(anyone), (c) => c.text(robotsText()))
  .get('/.well-known/security.txt', route(anyone), (c) =>
    c.text(securityText(contact(c), c.env.APP_ORIGIN, c.var.call.now)),
  )
