/** The language of the pages that the Worker makes itself, until there is a second one. */
export const english = { locale: 'en' } as const

type PlainMessage = (inputs?: object, options?: typeof english) => string

/** A message that takes nothing in. */
export function say(message: PlainMessage): string {
  return message({}, english)
}
