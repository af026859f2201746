import type { InferOutput } from 'valibot'

import type { VisibleFieldsInput } from './visibility-input.ts'

export type VisibleFields = InferOutput<typeof VisibleFieldsInput>

const single = [
  'headline',
  'summary',
  'regions',
  'remote',
  'hoursPerWeek',
  'startMonth',
  'payFloor',
  'workCountries',
] as const

/**
 * The names of the switches that are on, as on the receipt. A badge has one for each part shown.
 */
export function switchesOf(fields: VisibleFields): string[] {
  const badges = fields.credentials.flatMap(({ credentialId, excerpt, criteria }) => [
    `credential:${credentialId}`,
    ...(criteria ? [`criteria:${credentialId}`] : []),
    ...(excerpt === undefined ? [] : [`excerpt:${credentialId}`]),
  ])
  return [...badges, ...single.filter((name) => fields[name] !== undefined)]
}

/** Whether something is on that was off, which needs a new consent. Changed words do not. */
export function widens(before: VisibleFields, after: VisibleFields): boolean {
  const on = new Set(switchesOf(before))
  return switchesOf(after).some((name) => !on.has(name))
}

/**
 * Whether an excerpt is a passage of the answers as reviewers read them; white space may differ.
 */
export function isPassageOf(answers: readonly string[], excerpt: string): boolean {
  const flowing = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return answers.some((answer) => flowing(answer).includes(flowing(excerpt)))
}

/**
 * The fields that are off but compared with every opening; without them no search finds a student.
 */
export function missingForSearch(fields: VisibleFields): ('hoursPerWeek' | 'startMonth')[] {
  return (['hoursPerWeek', 'startMonth'] as const).filter((name) => fields[name] === undefined)
}
