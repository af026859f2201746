import * as v from 'valibot'

/** ISO 3166-1, two capitals. */
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))

/** ISO 3166-2, or a country alone. */
export const region = v.pipe(v.string(), v.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/))

export const month = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/))

/** A list without duplicates. */
export const listOf = <Item extends v.GenericSchema<string>>(
  item: Item,
  min: number,
  max: number,
) =>
  v.pipe(
    v.array(item),
    v.minLength(min),
    v.maxLength(max),
    v.check((items) => new Set(items).size === items.length),
  )
