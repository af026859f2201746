/** Writes a time as credentials have it: in whole seconds, with `Z`. */
export function inSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** A moment without its milliseconds. */
export function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}
