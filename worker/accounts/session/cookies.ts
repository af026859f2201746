import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'

import { isToken } from './session.ts'

export const sessionCookie = '__Host-session'
export const signInCookie = '__Host-signin'
/** As long as a short mailed code works. */
export const signInSeconds = 600

/**
 * The value of a cookie. If the cookie is sent twice, another host may have set one of the two, so
 * both are ignored.
 */
export function readToken(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const values = pairs.filter((pair) => pair.startsWith(`${name}=`))
  const [value = ''] = values.map((pair) => pair.slice(name.length + 1))
  return values.length === 1 && isToken(value) ? value : undefined
}

/**
 * Sets the session's cookie. Without `maxAgeSeconds`, as on a shared computer, the browser deletes
 * the cookie when it closes.
 */
export function giveSession(c: Context, token: string, maxAgeSeconds?: number): void {
  const limit = maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }
  setCookie(c, sessionCookie, token, { ...cookieOptions, sameSite: 'Lax', ...limit })
}

export function giveSignIn(c: Context, token: string): void {
  setCookie(c, signInCookie, token, {
    ...cookieOptions,
    sameSite: 'Strict',
    maxAge: signInSeconds,
  })
}

export function takeCookie(c: Context, name: string): void {
  setCookie(c, name, '', { ...cookieOptions, sameSite: 'Lax', maxAge: 0 })
}

const cookieOptions = { secure: true, httpOnly: true, path: '/' } as const
