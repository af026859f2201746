const made = new Map<string, Promise<unknown>>()

/** What a test file needs once, such as the only operator: made at the first call. */
export function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const promise = made.get(name) ?? make()
  made.set(name, promise)
  return promise as Promise<Made>
}

/** Files share one Worker. After a reset of the database, everything is made again. */
export const forgetMade = () => made.clear()
