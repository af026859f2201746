import { unwrap } from '../http/response.ts'
import { api } from '../http/api.ts'
import { readerOfBrowser } from './reader.ts'

/**
 * Gives an account that has no zone yet the browser's, so that mails and deadlines are right too. A
 * browser that does not know its zone says nothing; a refusal or no network is for the next page.
 */
export async function tellZone(): Promise<void> {
  const { zone, zoneKnown, region } = readerOfBrowser()
  if (!zoneKnown) return
  const json = { zone, ...(region && { region }) }
  await unwrap(api.account.zone.$put({ json })).catch(() => undefined)
}
