import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { createApp } from '../http/factory.ts'
import { respondWithPage } from '../http/respond-with-page.ts'
import { refuseMail } from '../notifications/refuse-mail.ts'
import { findInvitationMail, type InvitationMail } from './invitation/find-invitation-mail.ts'
import { mailRefusalPage } from './invitation/mail-refusal-page.ts'

const holder = {
  who: 'anyone',
  page: true,
  load: (call: Call, { token = '' }: Record<string, string>) => findInvitationMail(call, token),
} as const

/** The page without script to refuse invitation mails. Each invitation mail links to it. */
export const mailRefusalRoutes = createApp()
  .get('/invitations/:token/mail-refusals', route(holder), (c) => {
    return respondWithPage(c, pageOf(c.req.param('token'), c.var.resource))
  })

  .post('/invitations/:token/mail-refusals', route({ ...holder, unkeyed: true }), async (c) => {
    await refuseMail(c.var.call, c.var.resource)
    return respondWithPage(c, pageOf(c.req.param('token'), { ...c.var.resource, refused: 1 }))
  })

  // The address in the List-Unsubscribe header. A mail program posts to it (RFC 8058); an older one
  // opens it in a browser.
  .get('/invitations/:token/mail-refusals/one-click', route(holder), (c) => {
    return respondWithPage(c, pageOf(c.req.param('token'), c.var.resource))
  })

  .post(
    '/invitations/:token/mail-refusals/one-click',
    route({ ...holder, unkeyed: true, outside: true }),
    async (c) => {
      await refuseMail(c.var.call, c.var.resource)
      return respondWithPage(c, pageOf(c.req.param('token'), { ...c.var.resource, refused: 1 }))
    },
  )

  .post(
    '/invitations/:token/mail-refusals/of-everybody',
    route({ ...holder, unkeyed: true }),
    async (c) => {
      await refuseMail(c.var.call, { ...c.var.resource, organizationId: null })
      return respondWithPage(c, pageOf(c.req.param('token'), { ...c.var.resource, refusedAll: 1 }))
    },
  )

function pageOf(token: string, { organizationName, refused, refusedAll }: InvitationMail) {
  const path = `/invitations/${token}/mail-refusals`
  const said = { refused: refused === 1, refusedAll: refusedAll === 1 }
  return mailRefusalPage({ path, organizationName, ...said })
}
