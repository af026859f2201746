import * as m from '../../../web/paraglide/messages/_index.js'
import type { Plain } from '../../http/say.ts'

interface KeyChange {
  /** What a thief has. */
  known: Plain
  command: string
  effect: Plain
}

const rotate = (name: string) => `npm run keys -- rotate ${name}`

/** The command for each key that a thief may have. */
export const keyChanges: readonly KeyChange[] = [
  {
    known: m.office_breach_keys_wrapping,
    command: rotate('wrapping'),
    effect: m.office_breach_keys_wrapping_effect,
  },
  {
    known: m.office_breach_keys_pepper,
    command: rotate('pepper'),
    effect: m.office_breach_keys_pepper_effect,
  },
  {
    known: m.office_breach_keys_index,
    command: rotate('email-index'),
    effect: m.office_breach_keys_index_effect,
  },
  {
    known: m.office_breach_keys_pseudonym,
    command: rotate('pseudonym'),
    effect: m.office_breach_keys_pseudonym_effect,
  },
  {
    known: m.office_breach_keys_issuer,
    command: rotate('issuer --compromised'),
    effect: m.office_breach_keys_issuer_effect,
  },
]
