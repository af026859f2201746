import { reading } from '../backup/database-file.ts'
import { type StoredEstimate, differenceIn } from './difference-in.ts'

const everySoMany = 1_000

/**
 * Works out every estimate of a database again. Says which differ and how many, and returns that
 * number. Reads one estimate after the other, so that the size of the database does not matter.
 */
export function recompute(file: string, say: (line: string) => void): number {
  return reading(file, (db) => {
    const total = Number(db.prepare('SELECT count(*) AS n FROM estimates').get()?.['n'] ?? 0)
    const submissions = new Set<string>()
    let [done, differing] = [0, 0]
    for (const row of db.prepare(stored).iterate()) {
      const estimate = row as unknown as StoredEstimate
      const difference = differenceIn(estimate)
      submissions.add(estimate.submissionId)
      if (difference) {
        differing += 1
        const { submissionId, criterion, number } = estimate
        say(`Submission ${submissionId}, ${criterion}, estimate ${number}: ${difference}`)
      }
      done += 1
      if (done % everySoMany === 0) say(`${done} of ${total} …`)
    }
    say(`${done} estimates of ${submissions.size} submissions worked out again.`)
    say(`${differing} differ`)
    return differing
  })
}

/** Each estimate with its frozen prior and the present ratings of its submission as JSON. */
const stored = `
  SELECT e.submission_id AS submissionId, e.criterion, e.number, e.model,
    e.prior_mean AS priorMean, e.prior_variance AS priorVariance, e.inputs,
    e.mean, e.variance, e.p, e.count, e.state,
    f.mean AS frozenMean, f.variance AS frozenVariance,
    (SELECT json_group_array(json_object('review', r.id, 'y', g.level, 'mentor', r.role = 'mentor'))
      FROM reviews r JOIN ratings g ON g.review_id = r.id AND g.criterion = e.criterion
      WHERE r.submission_id = e.submission_id AND r.withdrawn_at IS NULL) AS ratings
  FROM estimates e
  LEFT JOIN submission_priors f ON f.submission_id = e.submission_id AND f.criterion = e.criterion
  ORDER BY e.submission_id, e.criterion, e.number`
