import type { ExecutionContext } from '@cloudflare/workers-types'

import { takeChallengePart } from './dev/challenges.ts'
import { moveClock, isReady, markReady, prepareDev } from './dev/clock.ts'
import { localEnv } from './dev/local-env.ts'
import { mailList, mailPage } from './dev/mailbox.ts'
import { demoSection, openDemoSession } from './dev/people.ts'
import { findProgress, notWhilePreparing, progressSection } from './dev/progress.ts'
import { seed } from './dev/seed.ts'
import type { Bindings } from './env.ts'
import main from './index.ts'
import { tick } from './tick.ts'

/**
 * The entry for local development. It adds a clock that can be moved, a mailbox, demo people, the
 * seed and the endpoint that publishes scenarios. Never deployed: `index.ts` does not import it.
 */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url)
    if (url.hostname !== 'localhost') {
      // Cookies and the Origin check work for one host only.
      url.hostname = 'localhost'
      return Response.redirect(url.href, 307)
    }
    await prepareDev(env)
    const local = await localEnv(env)
    const answer = await devRoute(request, url, local)
    if (answer) return answer
    const isSignIn = request.method === 'GET' && url.pathname === '/sign-in'
    const isChange = request.method !== 'GET' && request.method !== 'HEAD'
    const progress = isSignIn || isChange ? await findProgress(local) : undefined
    if (progress && isChange) return notWhilePreparing()
    const response = await main.fetch(request, local, context)
    if (!isSignIn) return response
    return progress ? progressSection(response, progress) : demoSection(response, local)
  },
}

async function devRoute(request: Request, url: URL, env: Bindings) {
  const name = `${request.method} ${url.pathname}`
  if (!url.pathname.startsWith('/dev/')) return undefined
  if (request.method === 'POST' && !isOurs(request, env)) {
    return new Response('Not from here', { status: 403 })
  }
  if (name === 'POST /dev/clock') return moveClock(request, env)
  if (name === 'POST /dev/tick') return tick(env).then(() => Response.json({}))
  if (name === 'POST /dev/seed') return seed(request, env)
  if (name === 'POST /dev/session') return openDemoSession(request, env)
  if (name === 'POST /dev/challenge-versions') return takeChallengePart(request, env)
  if (name === 'GET /dev/mail') return mailPage(env)
  if (name === 'GET /dev/mail.json') return mailList(env)
  if (name === 'GET /dev/ready') return isReady(env)
  if (name === 'POST /dev/ready') return markReady(env)
  return undefined
}

/** A form on a page with `no-referrer` sends `Origin: null`, so `Sec-Fetch-Site` is read first. */
function isOurs({ headers }: Request, env: Bindings): boolean {
  const site = headers.get('sec-fetch-site')
  return site === null ? headers.get('origin') === env.APP_ORIGIN : site === 'same-origin'
}
