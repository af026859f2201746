import type { Router } from '../../lib/router/router.svelte.ts'

/** Asks before what was typed is left behind. */
export function holdWhile(router: Router, dirty: () => boolean): void {
  $effect(() => router.hold(dirty))
}
