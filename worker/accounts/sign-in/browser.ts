import { clientAddress } from '../../http/client-address.ts'
import { readToken, sessionCookie, signInCookie } from '../session/cookies.ts'
import type { Browser } from './open-session.ts'

/** What a request says about the browser that sent it. */
export function browserOf(headers: Headers): Browser {
  return {
    signInToken: readToken(headers, signInCookie),
    sessionToken: readToken(headers, sessionCookie),
    requestKey: headers.get('idempotency-key') ?? undefined,
    address: clientAddress(headers),
    device: deviceOf(headers.get('user-agent') ?? ''),
  }
}

/** A browser and a system: enough for people to recognise their own devices. */
function deviceOf(agent: string): string {
  const system = /Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/.exec(agent)?.[0] ?? ''
  const browser = /Edg|OPR|Firefox|SamsungBrowser|Chrome|Safari/.exec(agent)?.[0] ?? ''
  return [browser, system].filter(Boolean).join(', ')
}
