import { mended } from '../../../worker/foundation/text/mended.ts'

/**
 * A JSON value with its texts as the Worker stores them, so that what is sent and what comes back
 * are equal.
 */
export function mendedTexts<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? mended(part) : part,
  ) as Value
}
