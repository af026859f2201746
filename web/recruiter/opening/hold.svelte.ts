import type { Router } from '../../lib/router/router.svelte.ts'

/** Asks before leaving the page with unsaved changes. */
export function holdWhile(router: Router, dirty: () => boolean): void {
  $effect(() => router.hold(dirty))
}
