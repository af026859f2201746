import { tick } from 'svelte'

import { focusOn } from '../../lib/router/focus.ts'

/** The page shows something else from here on, and the button that was pressed is gone: back to its heading. */
export async function toHeading(): Promise<void> {
  await tick()
  scrollTo({ top: 0 })
  focusOn(undefined, '')
}
