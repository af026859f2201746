import { clientAddress } from '../../http/client-address.ts'
import { readToken, sessionCookie, signInCookie } from '../session/cookies.ts'
import type { Browser } from './open-session.ts'

/** What a request says of the browser it comes from. */
export function browserOf(headers: Headers): Browser {
  return {
    signInToken: readToken(headers, signInCookie),
    sessionToken: readToken(headers, sessionCookie),
    requestKey: headers.get('idempotency-key') ?? undefined,
    address: clientAddress(headers),
    device: deviceOf(headers.get('user-agent') ?? ''),
  }
}

/** Enough to know one's own devices by: a system and a browser. */
function deviceOf(agent: string): string {
  const system = /Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/.exec(agent)?.[0] ?? ''
  const browser = /Edg|OPR|Firefox|SamsungBrowser|Chrome|Safari/.exec(agent)?.[0] ?? ''
  return [browser, system].filter(Boolean).join(', ')
}
