import { route } from '../accounts/door/door.ts'
import { body } from '../http/body.ts'
import { createApp, createMiddleware } from '../http/factory.ts'
import { findMailState } from './find-mail-state.ts'
import { noticeNotSigned } from './problems.ts'
import { allowMail } from './suppression/allow-mail.ts'
import { MailEventInput } from './suppression/mail-event-input.ts'
import { isSigned } from './suppression/signature.ts'
import { takeMailEvent } from './suppression/take-mail-event.ts'

/** For admins: whether mail leaves, and how many members it does not reach. */
export const mailStateRoutes = createApp().get('/', route({ who: ['admin'] }), async (c) =>
  c.json(await findMailState(c.var.call)),
)

/** That mail does not reach the caller's own address. */
export const mailSuppressionRoutes = createApp().delete(
  '/',
  route({ who: 'account' }),
  async (c) => {
    await allowMail(c.var.call)
    return c.body(null, 204)
  },
)

const signed = createMiddleware(async (c, next) => {
  const header = (name: string) => c.req.header(name) ?? ''
  const notice = {
    id: header('svix-id'),
    timestamp: header('svix-timestamp'),
    signatures: header('svix-signature'),
    body: c.var.rawBody ?? '',
  }
  if (!(await isSigned(notice, c.env.MAIL_WEBHOOK_KEY ?? '', c.var.call.now))) {
    throw noticeNotSigned()
  }
  return next()
})

/** Notices of the HTTP carrier: a mail came back, was called spam, or its address is blocked. */
export const mailEventRoutes = createApp().post(
  '/',
  route({ who: 'anyone', outside: true }),
  signed,
  body(MailEventInput),
  async (c) => {
    const noticeId = c.req.header('svix-id') ?? ''
    return c.json(await takeMailEvent(c.var.call, { noticeId, event: c.req.valid('json') }))
  },
)
