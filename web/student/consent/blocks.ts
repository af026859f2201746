import { done, unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { m } from '../../paraglide/messages.js'

export type Block = ResponseOf<typeof api.blocks.index.$get>['blocks'][number]

const path = '/api/blocks'

/** Blocked employers and domains, and the employers that could be blocked. */
export const useBlocks = () =>
  useWholeList(path, 'employers', (query) => unwrap(api.blocks.index.$get({ query })))

/** The name of a blocked employer or domain. */
export function blockName({ domain, organizationName }: Block): string {
  return organizationName ?? m.visibility_block_domain({ domain: domain ?? '' })
}

/** Blocks and unblocks. Each undoes the other, unless the block ended a request. */
export function useBlocking() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  const seen = () =>
    refresh(cache, path, '/api/visibility/preview', '/api/disclosures', '/api/interview-requests')

  const blocking = useAct(
    async ({ name, ...json }: { name: string } & Blocked, options): Promise<true> => {
      const { saidOfBlock } = await import('./said-of-block.ts')
      const { words, isUndone } = await saidOfBlock({ name, ...json })
      const { blockId } = await unwrap(api.blocks.index.$post({ json: onlyOne(json) }, options))
      await seen()
      const undo = () => void unblocking.run({ blockId, name, json })
      toasts.say(words, isUndone ? undo : undefined)
      return true
    },
  )
  const unblocking = useAct(
    async ({ blockId, name, json }: { blockId: string; name: string; json: Blocked }, options) => {
      await done(api.blocks[':blockId'].$delete({ param: { blockId } }, options))
      await seen()
      toasts.say(m.visibility_unblocked({ name }), () => void blocking.run({ name, ...json }))
    },
  )
  return { blocking, unblocking }
}

interface Blocked {
  organizationId?: string
  domain?: string
}

function onlyOne({ organizationId, domain = '' }: Blocked) {
  return organizationId === undefined ? { domain } : { organizationId }
}
