/** A time as credentials carry it: whole seconds, `Z`. */
export function inSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** The same moment without its milliseconds. */
export function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}
