const made = new Map<string, Promise<unknown>>()

/** Makes a thing that a test file needs once, such as the only operator, at the first call. */
export function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const promise = made.get(name) ?? make()
  made.set(name, promise)
  return promise as Promise<Made>
}

/**
 * For use after a reset of the database. Test files share one Worker, so `made` outlives a file.
 */
export const forgetMade = () => made.clear()
