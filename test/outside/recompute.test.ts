import { rmSync } from 'node:fs'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { numberOf, reading, writing } from '../../tools/backup/database-file.ts'
import type { InstanceFiles } from '../../tools/backup/instance-files.ts'
import { applyMigrations } from '../../tools/restore/apply-migrations.ts'
import { releasedInstance } from '../support/release.ts'
import { runTool } from '../support/run-tool.ts'

/** An instance on this computer that only this file has. */
const port = '9487'
const home = `.local/${port}`

let files: InstanceFiles

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true })
  files = await releasedInstance(home)
  applyMigrations('main', files.main)
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

const recompute = () => runTool('recompute', [], { PORT: port })

/** A rating that the last estimate of its submission used. */
function aRating() {
  const row = reading(files.main, (db) =>
    db
      .prepare(
        `SELECT r.submission_id AS submission, g.review_id AS review, g.criterion, g.level
         FROM ratings g JOIN reviews r ON r.id = g.review_id
         JOIN estimates e ON e.submission_id = r.submission_id AND e.criterion = g.criterion
         WHERE instr(e.inputs, r.id) > 0 LIMIT 1`,
      )
      .get(),
  )
  if (!row) throw new Error('The released instance has no rating.')
  return row
}

it('works out every stored estimate again, and none differs', () => {
  const estimates = reading(files.main, (db) => numberOf(db, 'SELECT count(*) AS n FROM estimates'))
  expect(estimates).toBeGreaterThan(0)
  const { status, text } = recompute()
  expect(text).toContain(`${estimates} estimates of`)
  expect(text).toContain('\n0 differ')
  expect(status).toBe(0)
})

it('names the submission of which a rating was edited', () => {
  const { submission, review, criterion, level } = aRating()
  const set = (to: unknown) =>
    writing(files.main, (db) =>
      db
        .prepare('UPDATE ratings SET level = ? WHERE review_id = ? AND criterion = ?')
        .run(Number(to), String(review), String(criterion)),
    )
  set(Number(level) === 4 ? 1 : Number(level) + 1)
  const { status, text } = recompute()
  expect(text).toContain(`Submission ${submission}, ${criterion}`)
  expect(text).not.toContain('\n0 differ')
  expect(status).toBe(1)
  set(level)
  expect(recompute().status).toBe(0)
})

it('names the submission of which a stored figure was edited', () => {
  const { submission } = aRating()
  writing(files.main, (db) => {
    db.exec('DROP TRIGGER estimates_stay')
    db.prepare('UPDATE estimates SET p = p + 1e-9 WHERE submission_id = ? AND p < 0.9').run(
      String(submission),
    )
  })
  const { status, text } = recompute()
  expect(text).toContain(`Submission ${submission}`)
  expect(status).toBe(1)
})
