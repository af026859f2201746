import type { InferOutput } from 'valibot'

import type { Reading as Schema } from '../../../worker/accounts/account/save-account-input.ts'

/** A person's display settings, stored with the account. */
export type Reading = InferOutput<typeof Schema>

/** Applies the settings to the page. The stylesheet reads them from the root element. */
export function show({ size, spacing, typeface, contrast }: Reading): void {
  Object.assign(document.documentElement.dataset, { size, spacing, typeface, contrast })
}
