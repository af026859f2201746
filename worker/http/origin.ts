import { crossSite } from './problems.ts'

/**
 * Refuses a write that does not come from our own pages: `Sec-Fetch-Site`, if sent, must be
 * same-origin; `Origin`, if sent, must be ours; a request with neither is refused.
 */
export function refuseForeignWrite(headers: Headers, appOrigin: string): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site === null && origin === null) throw crossSite()
  if (site !== null && site !== 'same-origin') throw crossSite()
  if (origin !== null && origin !== appOrigin) throw crossSite()
}

/**
 * Checks that a form comes from one of our own pages. Because of our `Referrer-Policy`, browsers
 * send it with the origin `null`, but `Sec-Fetch-Site` shows where it came from.
 */
export function refuseForeignForm(headers: Headers, appOrigin: string): void {
  const isOurs = headers.get('sec-fetch-site') === 'same-origin' && headers.get('origin') === 'null'
  if (!isOurs) refuseForeignWrite(headers, appOrigin)
}

/**
 * Refuses reads by a navigation, frame, image or script; the API answers `fetch`. A download may be
 * made in any way, but only from our origin or by the person directly. Requests without these
 * headers are accepted: current browsers send them, so another site cannot have caused such a
 * request.
 */
export function refuseForeignRead(headers: Headers, isDownload: boolean): void {
  const destination = headers.get('sec-fetch-dest')
  const site = headers.get('sec-fetch-site')
  if (isDownload) {
    if (site !== null && site !== 'same-origin' && site !== 'none') throw crossSite()
    return
  }
  if (destination !== null && destination !== 'empty') throw crossSite()
}
