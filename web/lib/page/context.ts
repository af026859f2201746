import { createContext } from 'svelte'

import { Act } from '../http/act.svelte.ts'
import type { CallOptions } from '../http/api.ts'
import type { DeskHolder } from '../draft/desk-holder.ts'
import type { Proof } from '../http/proof.svelte.ts'
import type { Router } from '../router/router.svelte.ts'
import type { Session } from '../reader/session.ts'
import type { ShortcutsHolder } from './shortcuts-holder.svelte.ts'
import { m } from '../../paraglide/messages.js'
import { useQueryCache } from '../query/query-cache.ts'
import type { Toasts } from './toasts.svelte.ts'

export const [useRouter, provideRouter] = createContext<Router>()
export const [useSession, provideSession] = createContext<Session | null | undefined>()
export const [useDesks, provideDesks] = createContext<DeskHolder>()
export const [useProof, provideProof] = createContext<Proof>()
export const [useToasts, provideToasts] = createContext<Toasts>()
export const [useShortcutsHolder, provideShortcuts] = createContext<ShortcutsHolder>()

/**
 * Makes a write by which a page opens what its address names. A 404 then says that there is nothing
 * at that address, not that something has changed.
 */
export function useFirstLook<Input, Answer>(
  ask: (input: Input, options: CallOptions) => Promise<Answer>,
): Act<Input, Answer> {
  const toasts = useToasts()
  return new Act((input: Input, options) => ask(input, options).catch(toasts.failed), useProof())
}

/**
 * Makes a write that the page can send: `useAct((json: Input, options) =>
 * unwrap(api.x.index.$post({ json }, options)))`. If the thing that the write is about no longer
 * exists (404), says so and reloads everything shown. For what the page does not show yet, use
 * `useFirstLook`.
 */
export function useAct<Input, Answer>(
  ask: (input: Input, options: CallOptions) => Promise<Answer>,
): Act<Input, Answer> {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  const act = useFirstLook(ask)
  act.whenGone = () => {
    // The refusal is shown beside a row that reloading may remove, so a toast also says it.
    toasts.say(m.shell_gone_said())
    void cache.expire(() => true)
  }
  return act
}
