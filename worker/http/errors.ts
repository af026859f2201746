import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'

import type { Env } from './env.ts'
import { log } from '../foundation/call/log.ts'
import { failureOf, isAway } from '../foundation/commit/failure.ts'
import { Problem } from '../foundation/call/problem.ts'
import { tryAgain } from '../foundation/problems.ts'
import { ownFrame } from './own-frame.ts'
import { problemPage } from './problem-page.ts'
import { problemWords } from './problem-words.ts'
import { badRequest, notFound, unexpected } from './problems.ts'
import { respondWithPage } from './respond-with-page.ts'

export function respondNotFound(c: Context<Env>): Response {
  return respondToProblem(c, notFound())
}

export function respondToError(error: Error, c: Context<Env>): Response {
  if (error instanceof Problem) return respondToProblem(c, error)
  if (error instanceof HTTPException && error.status < 500) return respondToProblem(c, badRequest())

  if (isAway(failureOf(error))) {
    log('warn', 'database.away', { route: routePath(c), requestId: c.var.call?.requestId ?? null })
    return respondToProblem(c, tryAgain(undefined, {}, { 'retry-after': '2' }))
  }

  // The message may contain bound values, so only the error's name and its place in our code are
  // logged.
  const requestId = c.var.call?.requestId ?? null
  log('error', 'unexpected', {
    name: error.name,
    route: routePath(c),
    requestId,
    at: ownFrame(error),
  })
  return respondToProblem(c, unexpected())
}

/** problem+json for programs, a page for people. */
export function respondToProblem(c: Context<Env>, { kind, detail, members, headers }: Problem) {
  const { type, title, status } = kind
  if (status === 401 || status === 403 || status === 429) {
    log('info', 'refused', { problem: type, status, requestId: c.var.call?.requestId ?? null })
  }
  if (isForPerson(c)) {
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    return respondWithPage(c, problemPage({ kind, words: problemWords(type) }), status)
  }
  const body = { ...members, type: `/problems/${type}`, title, status, detail }
  return c.json(body, status, { ...headers, 'content-type': 'application/problem+json' })
}

function isForPerson(c: Context<Env>): boolean {
  if (/^\/(?:api|\.well-known)\//.test(c.req.path)) return false
  return (c.req.header('accept') ?? '').includes('text/html')
}
