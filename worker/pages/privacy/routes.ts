import { route } from '../../accounts/door/door.ts'
import { createApp } from '../../http/factory.ts'
import { respondWithPage } from '../../http/respond-with-page.ts'
import { contactAddress } from '../contact.ts'
import { breachPage } from './breach-page.ts'
import { privacyPage } from './privacy-page.ts'
import { recordFile } from './record.ts'
import { recordPage } from './record-page.ts'

const aPage = { who: 'anyone', page: true } as const

/** What people and a programme's office read about personal data. */
export const privacyRoutes = createApp()
  .get('/privacy', route(aPage), (c) =>
    respondWithPage(c, privacyPage({ contact: contactAddress(c.env.MAIL_FROM) })),
  )
  .get('/privacy/record', route(aPage), (c) => respondWithPage(c, recordPage()))
  .get('/privacy/record.csv', route({ who: 'anyone' }), (c) =>
    c.text(recordFile(c.var.call.reader), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="record-of-processing.csv"',
      'cache-control': 'no-cache',
      vary: 'Accept-Language',
    }),
  )
  .get('/privacy/breach', route(aPage), (c) => respondWithPage(c, breachPage()))
