import '../../../web/app.css'
import type { Component } from 'svelte'
import { render } from 'vitest-browser-svelte'

import type { Session } from '../../../web/lib/reader/session.ts'
import Frame from './Frame.svelte'
import { LeavingDesks } from './leaving-desks.ts'

interface Around {
  session?: Session | null
  first?: Record<string, unknown>
}

/** Renders a page as the app would, with the data that comes with the page. */
export function openPage<Props extends object>(
  page: Component<Props>,
  params: Props,
  { session = null, first = {} }: Around = {},
) {
  const anyPage: Component<Record<string, unknown>> = page as unknown as typeof anyPage
  const anyParams: Record<string, unknown> = Object.fromEntries(Object.entries(params))
  const desks = new LeavingDesks()
  return render(Frame, { page: anyPage, params: anyParams, session, first, desks })
}
