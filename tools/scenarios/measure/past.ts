import type { Measured, PastBound } from './measured.ts'

/** A list with this figure if it is past its bound; an empty list if not. */
export function past(isPast: boolean, of: readonly Measured[], about: About): PastBound[] {
  return isPast ? [{ ...about, folders: of.map(({ read }) => read) }] : []
}

type About = Omit<PastBound, 'folders'>

/** 0.345 is "34.5 %". */
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** -0.341 is "-0.34", and 0.341 is "+0.34", so that a column shows at a glance what is negative. */
export function signed(value: number): string {
  const shown = value.toFixed(2)
  if (Number(shown) === 0) return '0'
  return value > 0 ? `+${shown}` : shown
}
