import { unwrap } from '../http/response.ts'
import { api } from '../http/api.ts'
import { useAct } from './context.ts'
import { loadPage } from '../router/whole-page.ts'

/** Acts in another membership, or in none. A whole page load follows: nothing of the other role stays behind. */
export function useSwitch(to = '/home') {
  return useAct(async (membershipId: string | null, options) => {
    const chosen = await unwrap(api.session.membership.$put({ json: { membershipId } }, options))
    loadPage(to)
    return chosen
  })
}
