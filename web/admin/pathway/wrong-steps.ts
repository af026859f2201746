import type { ApiError } from '../../lib/http/problem.ts'
import { m } from '../../paraglide/messages.js'
import type { PathwayDraft } from './draft-steps.ts'

interface Flaw {
  step: string | null
  field: string
  type: string
}

const isFlaw = (sent: unknown): sent is Flaw =>
  typeof sent === 'object' && sent !== null && 'step' in sent && 'field' in sent && 'type' in sent

/**
 * What the server found wrong in a draft, by the id of the field on the page, as a function of the
 * draft: an error goes when its part of the draft changes. Undefined if the refusal is another one.
 */
export function wrongIn(refusal: ApiError | undefined, refused: PathwayDraft) {
  const sent = refusal?.problem['flaws']
  const flaws = Array.isArray(sent) ? sent.filter(isFlaw) : []
  if (flaws.length === 0) return undefined
  const part = (draft: PathwayDraft, { step, field }: Flaw) => {
    const whole = step === null ? draft : draft.steps.find(({ id }) => id === step)
    // A circle can be broken at any of its steps.
    if (field === 'after') return JSON.stringify(draft.steps.map(({ id, after }) => [id, after]))
    if (field === 'steps') return String(draft.steps.length)
    return JSON.stringify(Reflect.get(whole ?? {}, field))
  }
  return (draft: PathwayDraft): Record<string, string | false> =>
    Object.fromEntries(
      flaws.map((flaw) => {
        const number = refused.steps.findIndex(({ id }) => id === flaw.step) + 1
        const isSame = part(draft, flaw) === part(refused, flaw)
        return [fieldId(flaw.step, flaw.field), isSame && wordsOf(flaw, number)]
      }),
    )
}

/** The id of a field on the page, to which the summary of errors links. */
export const fieldId = (step: string | null, field: string) =>
  step === null ? `pathway-${field}` : `step-${step}-${field}`

function wordsOf({ step, field, type }: Flaw, number: number): string {
  if (step === null)
    return field === 'title' ? m.admin_design_wrong_title() : m.admin_design_wrong_steps()
  if (field === 'title') return m.admin_design_wrong_step_title({ number })
  switch (type) {
    case 'requirement-cycle':
      return m.admin_design_wrong_cycle({ number })
    case 'requirement-empty':
      return m.admin_design_wrong_empty({ number })
    case 'requirement-repeats':
      return m.admin_design_wrong_repeats({ number })
    case 'requirement-unknown-target':
      return m.admin_design_wrong_unknown({ number })
    case 'requirement-too-deep':
      return m.admin_design_wrong_deep({ number })
    default:
      return field === 'after'
        ? m.admin_design_wrong_after({ number })
        : m.admin_design_wrong_rule({ number })
  }
}
