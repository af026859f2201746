import type { InferOutput } from 'valibot'

import type { Reading as Schema } from '../../../worker/accounts/account/save-account-input.ts'

/** How somebody likes to read; it stays with the account. */
export type Reading = InferOutput<typeof Schema>

/** Sets the whole page so. The stylesheet reads it from the root element. */
export function show({ size, spacing, typeface, contrast }: Reading): void {
  Object.assign(document.documentElement.dataset, { size, spacing, typeface, contrast })
}
