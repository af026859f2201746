import '../../../web/app.css'
import type { Component } from 'svelte'
import { render } from 'vitest-browser-svelte'

import type { Session } from '../../../web/lib/session.ts'
import Frame from './Frame.svelte'

interface Around {
  session?: Session | null
  first?: Record<string, unknown>
}

/** Renders a page as the app would, with what the Worker would have sent along. */
export function openPage<Props extends object>(
  page: Component<Props>,
  params: Props,
  { session = null, first = {} }: Around = {},
) {
  return render(Frame, {
    page: page as unknown as Component<Record<string, unknown>>,
    params: params as Record<string, unknown>,
    session,
    first,
  })
}
