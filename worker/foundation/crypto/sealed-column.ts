import { customType } from 'drizzle-orm/sqlite-core'

import type { Sealed } from './seal.ts'

const column = customType<{
  data: Sealed
  driverData: string
  config: { most: number }
  configRequired: true
}>({ dataType: ({ most }) => `sealed(${most})` })

/**
 * A column of sealed text; `most`: UTF-16 units of the longest plain text, without what JSON escapes;
 * `name`: where the key is not it. Its CHECK takes `lengthOf(most)`. It cannot be compared, sorted or searched.
 */
export const sealed = (most: number, name = '') => column(name, { most })

/** The longest that a plain text of so many UTF-16 units can become: a unit is up to three bytes. */
export const lengthOf = (most: number) => 4 * most + 100
