import { unwrap } from '../http/response.ts'
import { api } from '../http/api.ts'
import { readerOfBrowser } from './reader.ts'

/**
 * Gives an account without a zone the browser's, so that mails and deadlines are right as well.
 * Does nothing if the browser does not know its zone. After a failure the next page tries again.
 */
export async function tellZone(): Promise<void> {
  const { zone, zoneKnown, region } = readerOfBrowser()
  if (!zoneKnown) return
  const json = { zone, ...(region && { region }) }
  await unwrap(api.account.zone.$put({ json })).catch(() => undefined)
}
