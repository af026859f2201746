import { route } from '../accounts/door/door.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { credentialEntry, credentialView, fileNameOf } from './award/credential-view.ts'
import { EndCredentialInput } from './award/end-credential-input.ts'
import { endCredential } from './award/end-credential.ts'
import { findCredentialToEnd } from './award/find-credential-to-end.ts'
import { findOwnCredential, listOwnCredentials } from './award/find-own-credential.ts'
import { findOwnDocument } from './award/find-own-document.ts'
import { PublishCredentialInput } from './award/publish-credential-input.ts'
import { publishCredential } from './award/publish-credential.ts'

/**
 * A credential is a signed badge. Its holder reads and publishes it, with any membership or none;
 * an admin of the programme that issued it can revoke it.
 */
export const credentialRoutes = createApp()
  .get('/', route({ who: 'account' }), query(PageQuery), async (c) => {
    const { call } = c.var
    const { credentials, next } = await listOwnCredentials(call, c.req.valid('query'))
    return c.json({ credentials: credentials.map((own) => credentialEntry(own, call.now)), next })
  })

  .get('/:credentialId', route({ who: 'account', load: findOwnCredential }), (c) =>
    c.json(credentialView(c.var.resource, c.var.call.now)),
  )

  .get(
    '/:credentialId/document',
    route({ who: 'account', load: findOwnDocument, download: true }),
    (c) => {
      const name = fileNameOf(c.var.resource.credential)
      c.header('content-disposition', `attachment; filename="${name}"`)
      return c.json(c.var.resource.document)
    },
  )

  .put(
    '/:credentialId/publication',
    route({ who: 'account', load: findOwnCredential }),
    body(PublishCredentialInput),
    async (c) => c.json(await publishCredential(c.var.call, c.var.resource, c.req.valid('json'))),
  )

  .post(
    '/:credentialId/revocation',
    route({ who: ['admin'], fresh: true, load: findCredentialToEnd }),
    body(EndCredentialInput),
    async (c) => c.json(await endCredential(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )
