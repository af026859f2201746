export const home = '0c1a1d2e-94c4-4f0e-8a37-2f3a4c5b6d11'
export const challenge = 'bench-challenge'
/** The one who claims at a stage, by its number. */
export const reviewerAt = (stage: number) => `qr${stage}`
export const membershipAt = (stage: number) => `qm${stage}`

/** A state of the queue of the bench, made from the one before it. */
interface Stage {
  name: string
  /** SQL over the rows of the queue. */
  change: string
  /** Reviews that the claimer gave in the last 90 days, of the authors who are first in the queue. */
  given: number
}

export const stages: readonly Stage[] = [
  { name: 'nobody has a reviewer', change: 'UPDATE submission_queue SET assigned = 0', given: 0 },
  {
    name: 'half of them have one',
    change: 'UPDATE submission_queue SET assigned = random_order % 2',
    given: 0,
  },
  {
    name: 'a third is late',
    change: 'UPDATE submission_queue SET late = 1 WHERE random_order % 3 = 0',
    given: 0,
  },
  {
    name: 'each has one',
    change: 'UPDATE submission_queue SET assigned = 1, late = 0',
    given: 0,
  },
  {
    name: 'each has one; the claimer has given 5 reviews',
    change: 'UPDATE submission_queue SET assigned = 1',
    given: 5,
  },
  {
    name: 'the last ten wait',
    change: `UPDATE submission_queue SET assigned = wanted WHERE submission_id NOT IN (
      SELECT submission_id FROM submission_queue ORDER BY random_order LIMIT 10)`,
    given: 0,
  },
]
