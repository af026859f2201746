import { customType } from 'drizzle-orm/sqlite-core'

import type { Sealed } from './seal.ts'

const column = customType<{
  data: Sealed
  driverData: string
  config: { most: number }
  configRequired: true
}>({ dataType: ({ most }) => `sealed(${most})` })

/**
 * A column of sealed text. `most`: UTF-16 units of the longest plain text, not counting JSON
 * escapes. `name`: the column's name, if it differs from the key. Its CHECK uses `lengthOf(most)`.
 * SQL cannot compare, sort or search it.
 */
export const sealed = (most: number, name = '') => column(name, { most })

/** The longest sealed form of a plain text of `most` UTF-16 units, each of up to three bytes. */
export const lengthOf = (most: number) => 4 * most + 100
