import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { mendedTexts } from '../../lib/draft/mended.ts'
import { useAct } from '../../lib/page/context.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import type { PathwayDraft } from '../../../worker/pathways/pathway/draft-input.ts'

const door = api.pathways[':pathwayId']

type Sent = NonNullable<ResponseOf<(typeof door)['$get']>['design']>
/** The client's types do not follow requirements into groups of groups. */
export type Design = Omit<Sent, 'draft'> & { draft: PathwayDraft }
export type DesignEntry = ResponseOf<typeof api.pathways.index.$get>['designs'][number]
export type Challenge = ResponseOf<typeof api.challenges.index.$get>['challenges'][number]

const path = (pathwayId: string) => `/api/pathways/${pathwayId}`

export const useDesigns = () =>
  useQuery(() => ({
    path: '/api/pathways',
    ask: () => unwrap(api.pathways.index.$get({ query: {} })),
  }))

export const useDesign = (pathwayId: () => string) =>
  useQuery(() => ({
    path: path(pathwayId()),
    ask: () => findDesign(pathwayId()),
  }))

async function findDesign(pathwayId: string): Promise<{ design: Design | null }> {
  const { design } = await unwrap(door.$get({ param: { pathwayId } }))
  return { design: design as Design | null }
}

export const useChallenges = () =>
  useQuery(() => ({
    path: '/api/challenges',
    ask: () => unwrap(api.challenges.index.$get()),
  }))

/** Gives the draft of a pathway, saved on the device and on the server while it is written. */
export function useDesignDraft() {
  const [desk, cache] = [useDesk(), useQueryCache()]
  return (saved: Design): Draft<PathwayDraft> => {
    const param = { pathwayId: saved.id }
    return desk.draft<PathwayDraft>(`pathways/${saved.id}`, savedIn(saved), {
      save: async ({ value, version }, keepalive) => {
        const json = { ...value, version }
        const landed = await unwrap(door.$put({ param, json }, { init: { keepalive } }))
        cache.set<{ design: Design | null }>(path(saved.id), ({ design }) => ({
          design: design && { ...design, draft: value, ...landed },
        }))
        return landed
      },
      find: async () => {
        const { design } = await findDesign(saved.id)
        return savedIn(design ?? saved)
      },
      mended: mendedTexts,
    })
  }
}

const savedIn = ({ draft, version }: Pick<Design, 'draft' | 'version'>) => ({
  value: draft,
  version,
})

/** Publishes the draft of this version. */
export function usePublishing(pathwayId: () => string) {
  const cache = useQueryCache()
  return useAct(async (version: number, options) => {
    const param = { pathwayId: pathwayId() }
    const made = await unwrap(door.versions.$post({ param, json: { version } }, options))
    await refresh(cache, '/api/pathways')
    return made
  })
}

/** Starts or stops offering a published pathway. */
export function useOffering(pathwayId: () => string) {
  const cache = useQueryCache()
  return useAct(async (offered: boolean, options) => {
    const param = { pathwayId: pathwayId() }
    const done = await unwrap(door.offer.$put({ param, json: { offered } }, options))
    await refresh(cache, '/api/pathways')
    return done
  })
}
