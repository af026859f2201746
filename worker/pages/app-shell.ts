import type { Context } from 'hono'

import { readToken, sessionCookie } from '../accounts/session/cookies.ts'
import { asVisitor } from '../accounts/session/authenticate.ts'
import { type Ended, findEnded } from '../accounts/session/find-ended.ts'
import { findVisitor } from '../accounts/session/find-visitor.ts'
import { hashToken } from '../accounts/session/session.ts'
import type { Env, Visitor } from '../http/env.ts'
import { pageHeaders } from '../http/headers.ts'
import { isReader } from '../http/menu.ts'
import { contactAddress } from './contact.ts'
import { notStarted } from './not-started.ts'
import { type ShellPage, matchPage, shellPages } from './find-shell-pages.ts'

/** The name of the answer that says why a session ended. No route has it. */
const endedPath = '/sign-in#ended'

type Ask = (request: Request) => Response | Promise<Response>

/**
 * The page for an app path: the built app.html with this page's files preloaded and the answers it
 * requests first included. The Worker requests these answers as the visitor, so one session read
 * serves all and rate limits count them once. They hold personal data, so the page is never stored.
 */
export async function respondWithShell(c: Context<Env>, ask: Ask): Promise<Response> {
  const { visitor, ended } = await findWho(c)
  const pages = await shellPages(c.env, c.env.APP_ORIGIN)
  const found = pages.find((page) => admits(page, visitor) && matchPage(page, c.req.path))
  const known = found ?? pages.find((page) => matchPage(page, c.req.path))
  const answers = visitor
    ? await prefetched(c, found, visitor, ask)
    : // Null tells the page that nobody is signed in, so it makes no request that would be refused.
      { '/api/session': null, ...(ended && { [endedPath]: ended }) }

  const shell = await c.env.ASSETS.fetch(`${c.env.APP_ORIGIN}/app.html`)
  const head = (found?.files ?? []).map(preload).join('')
  const waiting = notStarted(contactAddress(c.env.MAIL_FROM)).for(c.var.call.reader)
  // The replacements are functions, because `$` in a replacement string has a special meaning.
  const html = (await shell.text())
    .replace('<div id="app">', (app) => app + waiting)
    .replace('</head>', () => `${head}</head>`)
    .replace('</body>', () => `${scriptOf(answers)}</body>`)

  return new Response(html, {
    status: known ? 200 : 404,
    headers: {
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
    },
  })
}

interface Who {
  visitor?: Visitor | undefined
  /** Why nobody is signed in any more, for the sign-in page. */
  ended?: Ended | undefined
}

async function findWho(c: Context<Env>): Promise<Who> {
  const token = readToken(c.req.raw.headers, sessionCookie)
  if (!token) return {}
  const [hash, { now }] = [await hashToken(token), c.var.call]
  const { visitor } = await findVisitor(c.env, hash, now)
  if (visitor || c.req.path !== '/sign-in') return { visitor }
  return { ended: await findEnded(c.env, hash, now) }
}

function admits({ who }: ShellPage, visitor: Visitor | undefined): boolean {
  if (who === 'anyone') return true
  if (who === 'account') return visitor !== undefined
  const acting = visitor?.acting
  return acting !== undefined && who.some((reader) => isReader(acting, reader))
}

/**
 * The answers that the page asks for first: the session, which every page needs, and then those
 * listed for this page.
 */
async function prefetched(
  c: Context<Env>,
  page: ShellPage | undefined,
  visitor: Visitor,
  ask: Ask,
): Promise<Record<string, unknown>> {
  const groups = (page && matchPage(page, c.req.path)) ?? {}
  const paths = ['/api/session', ...(page?.first ?? [])].map((template) =>
    template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(groups[name] ?? '')),
  )
  const answered = await Promise.all(
    [...new Set(paths)].map(async (path) => {
      const request = new Request(new URL(path, c.env.APP_ORIGIN))
      const response = await ask(asVisitor(request, visitor))
      return response.ok ? ([path, await response.json()] as const) : undefined
    }),
  )
  return Object.fromEntries(answered.filter((pair) => pair !== undefined))
}

function preload(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="stylesheet" href="/${file}">`
    : `<link rel="modulepreload" href="/${file}">`
}

/** Escapes `<`, because `</script>` in the data would end the element. */
function scriptOf(answers: Record<string, unknown>): string {
  const json = JSON.stringify(answers).replaceAll('<', String.raw`\u003c`)
  return `<script type="application/json" id="prefetched">${json}</script>`
}
