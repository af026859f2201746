import * as v from 'valibot'

import { invalidInput } from '../../http/problems.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { type OpeningContent, whyNotOffered } from '../../talent/opening/opening.ts'
import { type Pay, paysLess } from '../../talent/opening/pay.ts'
import type { revisionParts } from './answer-input.ts'
import { EditionInput } from './edition-input.ts'
import { differsFromOpening, payUnderOpening } from '../problems.ts'

type Typed = v.InferOutput<typeof EditionInput>

/** A wording as it is stored, always with pay. Its times are rows of `slots`. */
export type Edition = Omit<Typed, 'pay'> & { pay: Pay }

export type RevisionPart = (typeof revisionParts)[number]

interface Against {
  opening: OpeningContent
  /** What the student asked to have changed; none on the first wording. */
  asked: readonly RevisionPart[]
  /** Skills on the student's card. */
  skills: readonly string[]
}

/**
 * Why this wording cannot be sent: no pay, too wide a pay range, less pay than the opening was
 * approved with, a change to the opening that the student did not ask for, or skills that are not
 * on the student's card.
 */
export function whyNotSent(
  content: Typed,
  { opening, asked, skills }: Against,
): Problem | undefined {
  const unpaid = whyNotOffered(content)
  if (unpaid || !content.pay) return unpaid
  if (
    paysLess(
      { ...content.pay, hoursPerWeek: content.hoursPerWeek },
      { ...opening.pay, hoursPerWeek: opening.hoursPerWeek },
    )
  ) {
    return payUnderOpening()
  }
  const fields = unlike(content, opening, asked)
  if (fields.length > 0) return differsFromOpening(`Check: ${fields.join(', ')}.`, { fields })
  if (content.promptedBy.some((skill) => !skills.includes(skill))) {
    return invalidInput('Check: content.promptedBy.', { fields: ['content.promptedBy'] })
  }
  return undefined
}

/**
 * Fields that the opening fixes and this wording changes although the student did not ask for it.
 */
function unlike(content: Typed, opening: OpeningContent, asked: readonly RevisionPart[]): string[] {
  const fixed: [field: string, part: RevisionPart, same: boolean][] = [
    ['content.place', 'place', samePlace(content.place, opening.place)],
    ['content.remote', 'place', content.remote === opening.remote],
    ['content.hoursPerWeek', 'hours', content.hoursPerWeek === opening.hoursPerWeek],
    ['content.startMonth', 'time', content.startMonth === opening.startMonth],
  ]
  return fixed.filter(([, part, same]) => !same && !asked.includes(part)).map(([field]) => field)
}

function samePlace(one: OpeningContent['place'], other: OpeningContent['place']): boolean {
  return one.name === other.name && one.country === other.country && one.region === other.region
}

/**
 * Reads a stored wording. It was checked when it was saved, so invalid content is a bug and throws.
 */
export function readEdition(stored: string): Edition {
  const { pay, ...rest } = v.parse(EditionInput, JSON.parse(stored))
  if (!pay) throw new Error('A wording without pay was kept.')
  return { ...rest, pay }
}
