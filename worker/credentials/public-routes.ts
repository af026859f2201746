import type { Context } from 'hono'
import { RETAINED_304_HEADERS, etag } from 'hono/etag'

import { route } from '../accounts/door/door.ts'
import type { Env } from '../http/env.ts'
import type { Bindings } from '../env.ts'
import { createApp } from '../http/factory.ts'
import { apiHeaders, publicJsonHeaders } from '../http/headers.ts'
import { respondWithPage } from '../http/respond-with-page.ts'
import { preferredDocument } from './pages/accept.ts'
import { achievementPage } from './pages/achievement-page.ts'
import { credentialPage } from './pages/credential-page.ts'
import { findAchievement } from './achievement/find-achievement.ts'
import { findDidDocument, findPublicIssuer } from './issuer/find-issuer.ts'
import { findPublicCredential, type PublicCredential } from './pages/find-public-credential.ts'
import { findStatusList } from './status-list/find-status-list.ts'
import { issuerPage } from './pages/issuer-page.ts'
import { contexts } from './document/open-badge.ts'
import { preflight } from './pages/preflight.ts'

// Keeps the CORS header on a 304; without it, browsers refuse the answer to a page on another site.
const tagged = etag({ retainedHeaders: ['access-control-allow-origin', ...RETAINED_304_HEADERS] })
const file = (name: string) => name.replace(/\.\w+$/, '')
const fiveMinutes = 'public, max-age=300'
const aPage = { who: 'anyone', page: true } as const
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Public pages and documents, at the addresses that every signed badge contains. */
export const publicCredentialRoutes = createApp()
  .use('/credentials/*', preflight)
  .use('/achievements/*', preflight)
  .use('/status-lists/*', preflight)
  .use('/organizations/*', preflight)

  .get(
    `/credentials/:file{${uuid}\\.json}`,
    route({
      who: 'anyone',
      load: (call, param) => findPublicCredential(call, file(param.file ?? '')),
    }),
    tagged,
    (c) => {
      hideEnded(c)
      return c.body(JSON.stringify(c.var.resource.document), 200, forPrograms('application/json'))
    },
  )

  .get(
    '/credentials/:credentialId',
    route({
      ...aPage,
      load: (call, param) => findPublicCredential(call, param.credentialId ?? ''),
    }),
    tagged,
    (c) => {
      c.header('vary', 'Accept')
      hideEnded(c)
      const type = preferredDocument(c.req.header('accept'))
      const { resource, call } = c.var
      return type
        ? c.body(JSON.stringify(resource.document), 200, forPrograms(type))
        : respondWithPage(c, credentialPage(resource, call.now, { isPilot: isPilot(c.env) }))
    },
  )

  .get(
    `/achievements/:file{${uuid}\\.json}`,
    route({ who: 'anyone', load: (call, param) => findAchievement(call, file(param.file ?? '')) }),
    tagged,
    (c) => {
      const { definition } = c.var.resource
      const text = JSON.stringify({ '@context': contexts, ...definition })
      return c.body(text, 200, forPrograms('application/json'))
    },
  )

  .get(
    `/achievements/:file{${uuid}\\.png}`,
    route({ who: 'anyone', load: (call, param) => findAchievement(call, file(param.file ?? '')) }),
    (c) => {
      c.header('cross-origin-resource-policy', 'cross-origin')
      return c.redirect(`/badges/${c.var.resource.skill}-3.png`)
    },
  )

  .get(
    '/achievements/:achievementId',
    route({
      ...aPage,
      load: (call, param) => findAchievement(call, param.achievementId ?? ''),
    }),
    tagged,
    (c) => respondWithPage(c, achievementPage(c.var.resource)),
  )

  .get(
    '/status-lists/:statusListId',
    route({ who: 'anyone', load: (call, param) => findStatusList(call, param.statusListId ?? '') }),
    tagged,
    (c) =>
      c.body(JSON.stringify(c.var.resource), 200, forPrograms('application/json', fiveMinutes)),
  )

  .get(
    '/organizations/:slug/did.json',
    route({ who: 'anyone', load: (call, param) => findDidDocument(call, param.slug ?? '') }),
    tagged,
    (c) =>
      c.body(JSON.stringify(c.var.resource), 200, forPrograms('application/did+json', fiveMinutes)),
  )

  .get('/organizations/:slug', route({ ...aPage, load: findPublicIssuer }), tagged, (c) =>
    respondWithPage(c, issuerPage(c.var.resource, { isPilot: isPilot(c.env) })),
  )

const isPilot = ({ PILOT }: Bindings) => PILOT === 'yes'

/** Removes a revoked badge from search engines. Its status list says that it is revoked. */
function hideEnded(c: Context<Env & { Variables: { resource: PublicCredential } }>): void {
  if (c.var.resource.endedAt) c.header('x-robots-tag', 'noindex')
}

/** Headers for programs on any site. By default a cached copy is revalidated each time. */
function forPrograms(type: string, caching = 'no-cache'): Record<string, string> {
  return { ...apiHeaders, ...publicJsonHeaders, 'cache-control': caching, 'content-type': type }
}
