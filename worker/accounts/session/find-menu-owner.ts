import type { Context } from 'hono'
import { eq } from 'drizzle-orm'

import { failureOf, isAway } from '../../foundation/commit/failure.ts'
import { open, openOr } from '../../foundation/crypto/seal.ts'
import type { Env } from '../../http/env.ts'
import type { MenuOwner } from '../../http/menu.ts'
import { accounts } from '../tables.ts'
import { readToken, sessionCookie } from './cookies.ts'
import { findVisitor } from './find-visitor.ts'
import { hashToken } from './session.ts'

/**
 * The person whose menu a page without script shows, or undefined if nobody is signed in. Reads
 * nothing without a session cookie. If the database does not answer, the page still works, with the
 * menu of somebody who is not signed in.
 */
export async function findMenuOwner(c: Context<Env>): Promise<MenuOwner | undefined> {
  const token = readToken(c.req.raw.headers, sessionCookie)
  if (!token) return undefined
  try {
    return await ownerOf(c, token)
  } catch (error) {
    if (!isAway(failureOf(error))) throw error
    return undefined
  }
}

async function ownerOf({ env, var: { call } }: Context<Env>, token: string) {
  const { visitor } = await findVisitor(env, await hashToken(token), call.now)
  if (!visitor) return undefined
  const { name, email } = accounts
  const isOwn = eq(accounts.id, visitor.accountId)
  const account = await call.db.select({ name, email }).from(accounts).where(isOwn).get()
  if (!account) return undefined
  const written = (await openOr(account.name, null)) ?? (await open(account.email))
  return { name: written, acting: visitor.acting ?? null }
}
