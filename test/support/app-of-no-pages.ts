import type { Bindings } from '../../worker/env.ts'

/** The files of an app that was built without any page, for tests of what the Worker puts in. */
export const appOfNoPages = {
  fetch: (address: string) =>
    Promise.resolve(
      address.endsWith('.json')
        ? Response.json({ pages: [] })
        : new Response('<html><head></head><body><div id="app"></div></body></html>'),
    ),
} as unknown as Bindings['ASSETS']
