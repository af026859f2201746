import type { Branch } from './branch-input.ts'

/** How a code was read: as it was typed, or without or with a part of it. */
export type How =
  | 'as-typed'
  | 'army-skill-level'
  | 'navy-grade'
  | 'air-force-skill-level'
  | 'leading-zero'

export interface Reading {
  code: string
  how: How
  /** The branches whose codes are built like this; all of them if left out. */
  branches?: readonly Branch[]
}

/**
 * A code as it is stored: upper case, without spaces, hyphens and dots. Undefined unless 2 to 8
 * letters and digits are left.
 */
export function militaryCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s.\-‐-―]/g, '')
  return /^[A-Z0-9]{2,8}$/.test(code) ? code : undefined
}

/**
 * Each way in which people write more or less than the list has. Never a prefix alone: 11B is
 * infantry in the army, and 11B1A is a pilot in the air force.
 */
const ways: readonly { how: How; branches: readonly Branch[]; shape: RegExp; code: string }[] = [
  // 11B20 and 68W1O: two digits and a letter, then the level and one sign more.
  {
    how: 'army-skill-level',
    branches: ['army'],
    shape: /^(\d\d[A-Z])\d[A-Z0-9]$/,
    code: '$1',
  },
  // HM2 and HMC: petty officers are 1 to 3; chiefs C, CS and CM.
  {
    how: 'navy-grade',
    branches: ['navy', 'coast-guard'],
    shape: /^([A-Z]{2,3})(?:[123]|C|CS|CM)$/,
    code: '$1',
  },
  // 3P051: the fourth sign is the level, which lists write as X.
  {
    how: 'air-force-skill-level',
    branches: ['air-force', 'space-force'],
    shape: /^(\d[A-Z]\d)\d(\d[A-Z]?)$/,
    code: '$1X$2',
  },
  // 311: a zero is lost on the way through a spreadsheet.
  { how: 'leading-zero', branches: ['marine-corps'], shape: /^(\d{3})$/, code: '0$1' },
]

/** Every way to read a code, as typed first. At most four. */
export function readingsOf(code: string): Reading[] {
  const further = ways
    .filter(({ shape }) => shape.test(code))
    .map(({ how, branches, shape, code: to }) => ({ how, branches, code: code.replace(shape, to) }))
  return [{ code, how: 'as-typed' }, ...further]
}

/**
 * The readings that count, in order. `isListed` says whether there is a row for a code, of the asked
 * branch if one is asked. A listed code is read as typed, with two exceptions: for the army, the
 * code without its level comes first, because the row as typed is another branch's; and an air force
 * code is also read with an X, because Mettle's own suggestions are under that.
 */
export function chooseReadings(
  readings: readonly Reading[],
  asked: Branch | undefined,
  isListed: (code: string) => boolean,
): Reading[] {
  const [asTyped, ...further] = readings.filter(
    ({ branches }) => !branches || !asked || branches.includes(asked),
  )
  if (!asTyped) return []
  const army = further.filter(({ how }) => how === 'army-skill-level')
  if (asked === 'army' && army.length > 0) return [...army, asTyped]
  const also = isListed(asTyped.code)
    ? further.filter(({ how }) => how === 'air-force-skill-level')
    : further
  return [asTyped, ...also]
}
