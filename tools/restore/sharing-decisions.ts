import type { Kind } from './decisions.ts'

/** Of `kinds`: without it, two programmes would share reviewers again. */
export const sharingsEnded: Kind = {
  what: 'programmes that stopped sharing reviewers',
  newTable: 'reviewer_sharings',
  rows: (since) =>
    `SELECT id, ended_by, ending_organization_id AS ending, ended_at AS at FROM reviewer_sharings
      WHERE ended_at >= ${since}`,
  again: ({ id, ended_by, ending, at }) => {
    const asked = `(SELECT asked_organization_id FROM reviewer_sharings WHERE id = ${id} AND ended_at = ${at})`
    const asking = `(SELECT asking_organization_id FROM reviewer_sharings WHERE id = ${id} AND ended_at = ${at})`
    return [
      `UPDATE reviewer_sharings SET ended_at = ${at}, ended_by = (SELECT id FROM accounts WHERE id = ${ended_by}), ending_organization_id = ${ending}
        WHERE id = ${id} AND answer = 'accepted' AND ended_at IS NULL`,
      `UPDATE organizations SET pool_id = NULL WHERE id IN (${asking}, ${asked})`,
      `UPDATE submission_queue SET pool = organization_id
        WHERE organization_id = ${asked} AND pool <> organization_id`,
    ]
  },
}
