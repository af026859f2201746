import type { DatabaseSync } from 'node:sqlite'

export const employerId = '5d1f0e6a-94c4-4f0e-8a37-2f3a4c5b6d01'
export const openingId = '5d1f0e6a-94c4-4f0e-8a37-2f3a4c5b6d02'

const day = 86_400_000

/**
 * Inserts `n` visible badge earners and one approved opening directly into the database file:
 * made-up rows with the spread of a real programme, no names. Foreign keys are off, because only
 * search reads these rows.
 */
export function plantEarners(database: DatabaseSync, n: number, now: number): void {
  const id = (kind: string) => `printf('%08d-0000-4000-8000-${kind.padStart(12, '0')}', i)`
  const numbers = `WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${n})`
  const skill = `CASE i % 3 WHEN 0 THEN 'collaboration' WHEN 1 THEN 'empathy' ELSE 'critical-thinking' END`
  const region = `CASE i % 4 WHEN 0 THEN '["GB-LND"]' WHEN 1 THEN '["GB-MAN"]' WHEN 2 THEN '["IE-D"]' ELSE '["GB-KEN","GB-LND"]' END`
  const key = `(i * 48271) % 2147483647`
  const statements = [
    'PRAGMA foreign_keys = OFF',
    `${numbers} INSERT INTO accounts (id, email, email_index, name, language, birth_year, reading, created_at, version)
       SELECT ${id('1')}, '0|', 'bench ' || i, '0|', 'en', 1990 + i % 15, '{}', ${now}, 1 FROM numbers`,
    `${numbers} INSERT INTO consents SELECT ${id('2')}, ${id('1')}, 'employer-search', '[]', 'approved-employers',
       '1', '${'a'.repeat(64)}', 'code', ${now - day}, ${now + 90 * day} FROM numbers`,
    `${numbers} INSERT INTO credentials (id, student_id, achievement_id, lineage_id, decision_id, level, version, state,
         template_hash, slot_values, document_hash, created_at, key_id, proof_value, valid_from, awarded_at, status_list_id, status_index)
       SELECT ${id('3')}, ${id('1')}, 'bench', 'bench ' || i, 'bench ' || i, 3, 1, 'signed', 'bench', '{}',
         '${'b'.repeat(64)}', ${now}, 'k', 'z', ${now}, ${now}, 'bench', i FROM numbers`,
    `${numbers} INSERT INTO visibilities SELECT ${id('1')}, ${id('2')}, ${key}, NULL, NULL, ${region}, i % 2,
         10, 40, '2026-10', CASE WHEN i % 5 = 0 THEN 20000 END, CASE WHEN i % 5 = 0 THEN 'GBP' END, '["GB"]', 1 FROM numbers`,
    `${numbers} INSERT INTO visible_credentials (skill, shuffle_key, credential_id, student_id, level, mentor_reviewed, month,
         regions, countries, levels)
       SELECT ${skill}, ${key}, ${id('3')}, ${id('1')}, 3, 1, '2026-10',
         ${region}, CASE i % 4 WHEN 2 THEN '["IE"]' ELSE '["GB"]' END, '[3,3,3,3]' FROM numbers`,
    `INSERT INTO organizations (id, kind, name, slug, aliases, state, created_at)
       VALUES ('${employerId}', 'employer', 'Bench', 'bench', '[]', 'approved', ${now})`,
    `INSERT INTO openings VALUES ('${openingId}', '${employerId}', ${now})`,
    `INSERT INTO opening_versions VALUES ('${openingId}', '${openingId}', 1, 'approved', '{}', 3000000, 'GBP', 30,
       '2027-01', 'GB', 'bench', ${now})`,
    'ANALYZE',
  ]
  for (const statement of statements) database.prepare(statement).run()
}
