import { m } from '../../paraglide/messages.js'

interface Missing {
  what: string
  /** What somebody can do about it. */
  cure: string
}

const letters: Record<string, () => Missing> = {
  b: () => ({ what: m.recruiter_gate_b(), cure: m.recruiter_gate_b_cure() }),
  c: () => ({ what: m.recruiter_gate_c(), cure: m.recruiter_gate_c_cure() }),
  d: () => ({ what: m.recruiter_gate_d(), cure: m.recruiter_gate_d_cure() }),
  e: () => ({ what: m.recruiter_gate_e(), cure: m.recruiter_gate_e_cure() }),
  f: () => ({ what: m.recruiter_gate_f(), cure: m.recruiter_gate_f_cure() }),
}

/** What the gate misses, from the letters of its refusal. */
export function missingIn(missing: unknown): Missing[] {
  if (!Array.isArray(missing)) return []
  return missing.flatMap((letter) => letters[String(letter)]?.() ?? [])
}
