import { tick } from 'svelte'

import { focusOn } from '../../lib/router/focus.ts'

/**
 * The content has changed and the pressed button is gone, so the focus goes to the page's heading.
 */
export async function toHeading(): Promise<void> {
  await tick()
  scrollTo({ top: 0 })
  focusOn(undefined, '')
}
