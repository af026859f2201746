import { route } from './lib/route.ts'

/**
 * The app's pages. The first line whose path matches and whose `who` admits the reader is shown, so
 * one path may stand once for each role. API paths at the end are asked by the Worker before it sends
 * the page.
 */
export const routes = [
  route('/sign-in', 'anyone', () => import('./account/SignIn.svelte'), { whole: true }),
]

export const notFound = route('/not-found', 'anyone', () => import('./account/NotFound.svelte'))
export const closed = route('/closed', 'anyone', () => import('./account/Closed.svelte'))
