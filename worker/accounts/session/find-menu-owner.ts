import type { Context } from 'hono'
import { eq } from 'drizzle-orm'

import { Problem } from '../../foundation/call/problem.ts'
import { failureOf, isAway } from '../../foundation/commit/failure.ts'
import { tryAgain } from '../../foundation/problems.ts'
import type { Env } from '../../http/env.ts'
import type { MenuOwner } from '../../http/menu.ts'
import { openEmail, openName } from '../account/open-account.ts'
import { accounts } from '../tables.ts'
import { readToken, sessionCookie } from './cookies.ts'
import { findVisitor } from './find-visitor.ts'
import { hashToken } from './session.ts'

/**
 * The person whose menu a page without script shows, or undefined if nobody is signed in. Reads
 * nothing without a session cookie. If the database or the vault does not answer, the page still
 * works, with the menu of somebody who is not signed in.
 */
export async function findMenuOwner(c: Context<Env>): Promise<MenuOwner | undefined> {
  const token = readToken(c.req.raw.headers, sessionCookie)
  if (!token) return undefined
  try {
    return await ownerOf(c, token)
  } catch (error) {
    if (isAway(failureOf(error)) || isTryAgain(error)) return undefined
    throw error
  }
}

/** Whether the error is the one that opening a name throws while the vault does not answer. */
const isTryAgain = (error: unknown) => error instanceof Problem && error.kind === tryAgain().kind

async function ownerOf({ env, var: { call } }: Context<Env>, token: string) {
  const { visitor } = await findVisitor(env, await hashToken(token), call.now)
  if (!visitor) return undefined
  const { id, name, email } = accounts
  const isOwn = eq(accounts.id, visitor.accountId)
  const account = await call.db.select({ id, name, email }).from(accounts).where(isOwn).get()
  if (!account) return undefined
  const written =
    (await openName(call, account.id, account.name, null)) ??
    (await openEmail(call, account.id, account.email))
  return { name: written, acting: visitor.acting ?? null }
}
