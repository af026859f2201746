import type { Visitor } from '../http/env.ts'
import { body } from '../http/body.ts'
import { clientAddress } from '../http/client-address.ts'
import { createApp } from '../http/factory.ts'
import { AskSignInInput } from './sign-in/ask-sign-in-input.ts'
import { askSignIn } from './sign-in/ask-sign-in.ts'
import { browserOf } from './sign-in/browser.ts'
import { ChooseMembershipInput } from './session/choose-membership-input.ts'
import { chooseMembership, cookieSeconds } from './session/choose-membership.ts'
import { ConfirmationInput } from './sign-in/confirmation-input.ts'
import {
  giveSession,
  giveSignIn,
  readToken,
  sessionCookie,
  signInCookie,
  takeCookie,
} from './session/cookies.ts'
import { route } from './door/door.ts'
import { endSession } from './session/end-session.ts'
import { accountView, findOwnAccount } from './account/find-account.ts'
import { findOwnSession, findSession, listSessions } from './session/find-session.ts'
import { OpenSessionInput } from './sign-in/open-session-input.ts'
import { openSession } from './sign-in/open-session.ts'
import { KeepZoneInput } from './account/keep-zone-input.ts'
import { keepZone } from './account/keep-zone.ts'
import { notSignedIn } from './problems.ts'
import { askProof, proveAgain } from './sign-in/prove-again.ts'
import { SaveAccountInput } from './account/save-account-input.ts'
import { saveAccount } from './profile/save-account.ts'

export const signInRoutes = createApp().post(
  '/',
  route({ who: 'anyone' }),
  body(AskSignInInput),
  async (c) => {
    const input = c.req.valid('json')
    const { token, ...more } = await askSignIn(c.var.call, input, clientAddress(c.req.raw.headers))
    giveSignIn(c, token)
    return c.json(more, 202)
  },
)

/**
 * The session of this browser: open it with a code, choose its membership, prove again who you are,
 * end it.
 */
export const sessionRoutes = createApp()
  .post('/', route({ who: 'anyone' }), body(OpenSessionInput), async (c) => {
    const input = c.req.valid('json')
    const { token } = await openSession(c.var.call, input, browserOf(c.req.raw.headers))
    giveSession(c, token, cookieSeconds(input.sharedComputer))
    takeCookie(c, signInCookie)
    return c.json({}, 201)
  })

  .get('/', route({ who: 'account' }), async (c) => c.json(await findSession(c.var.call)))

  .delete('/', route({ who: 'account' }), async (c) => {
    const { sessionHash } = known(c.var.visitor)
    await endSession(c.var.call, { id: sessionHash.slice(0, 32), tokenHash: sessionHash })
    takeCookie(c, sessionCookie)
    c.header('clear-site-data', '"cache", "cookies", "storage"')
    return c.body(null, 204)
  })

  .put('/membership', route({ who: 'account' }), body(ChooseMembershipInput), async (c) => {
    const { membershipId } = c.req.valid('json')
    const { token, sharedComputer } = await chooseMembership(
      c.var.call,
      known(c.var.visitor),
      membershipId,
    )
    giveSession(c, token, cookieSeconds(sharedComputer))
    return c.json({ membershipId })
  })

  .post('/confirmation/codes', route({ who: 'account', unkeyed: true }), async (c) => {
    giveSignIn(c, await askProof(c.var.call))
    return c.json({}, 202)
  })

  .post(
    '/confirmation',
    route({ who: 'account', unkeyed: true }),
    body(ConfirmationInput),
    async (c) => {
      const signIn = readToken(c.req.raw.headers, signInCookie)
      const { code } = c.req.valid('json')
      const { token, sharedComputer } = await proveAgain(
        c.var.call,
        known(c.var.visitor),
        code,
        signIn,
      )
      giveSession(c, token, cookieSeconds(sharedComputer))
      takeCookie(c, signInCookie)
      return c.json({}, 201)
    },
  )

/** The devices on which a person is signed in. */
export const sessionsRoutes = createApp()
  .get('/', route({ who: 'account' }), async (c) => {
    return c.json({ sessions: await listSessions(c.var.call, known(c.var.visitor).sessionHash) })
  })

  .delete(
    '/:sessionId',
    route({
      who: 'account',
      load: (call, { sessionId = '' }) => findOwnSession(call, sessionId),
    }),
    async (c) => {
      await endSession(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

export const accountRoutes = createApp()
  .get('/', route({ who: 'account', load: findOwnAccount }), async (c) =>
    c.json(await accountView(c.var.call, c.var.resource)),
  )

  .put('/', route({ who: 'account', load: findOwnAccount }), body(SaveAccountInput), async (c) => {
    return c.json(await saveAccount(c.var.call, c.var.resource, c.req.valid('json')))
  })

  .put('/zone', route({ who: 'account', load: findOwnAccount }), body(KeepZoneInput), async (c) =>
    c.json(await keepZone(c.var.call, c.var.resource, c.req.valid('json'))),
  )

function known(visitor: Visitor | undefined): Visitor {
  if (!visitor) throw notSignedIn()
  return visitor
}
