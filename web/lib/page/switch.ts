import { unwrap } from '../http/response.ts'
import { api } from '../http/api.ts'
import { useAct } from './context.ts'
import { loadPage } from '../router/whole-page.ts'

/**
 * Acts in another membership, or in none. Loads a whole page, so that no data of the other role is
 * left.
 */
export function useSwitch(to = '/home') {
  return useAct(async (membershipId: string | null, options) => {
    const chosen = await unwrap(api.session.membership.$put({ json: { membershipId } }, options))
    loadPage(to)
    return chosen
  })
}
