import { serverTime } from './server-time.svelte.ts'

/** The server's time, ticking while a page is shown: `const clock = useNow(1000)`, `clock.now`. */
export function useNow(everyMs: number): { readonly now: Date } {
  let now = $state.raw(serverTime.now())
  $effect(() => {
    const timer = setInterval(() => (now = serverTime.now()), everyMs)
    return () => clearInterval(timer)
  })
  return {
    get now() {
      return now
    },
  }
}
