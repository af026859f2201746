import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { findSealedUses, sealedColumns } from '../../support/find-sealed-uses.ts'

const usesOf = async (query: string) => {
  const values = query.match(/\?/g)?.map(() => 1) ?? []
  const explain = env.DB.prepare(`EXPLAIN ${query}`).bind(...values)
  const found = await findSealedUses(new Map([[query, explain]]))
  return found.flatMap(({ uses }) => uses)
}

it.each([
  ['SELECT id FROM accounts WHERE name = ?'],
  ['SELECT id FROM accounts a WHERE lower(a.email) = ?'],
  ["SELECT id FROM accounts WHERE email LIKE '%@b.example'"],
  ["SELECT id FROM accounts WHERE email IN ('0|a@b.example', '0|c@b.example')"],
  ['SELECT id, name FROM accounts ORDER BY name'],
  ['SELECT id, name FROM accounts ORDER BY created_at, name LIMIT 5'],
  ['SELECT m.id FROM memberships m JOIN accounts a ON a.id = m.account_id ORDER BY m.role, a.name'],
  ['SELECT DISTINCT name FROM accounts'],
  ['SELECT name FROM accounts UNION SELECT name FROM organizations'],
  ['SELECT name, count(*) FROM accounts GROUP BY name'],
  [
    'SELECT m.role, max(a.name) FROM memberships m JOIN accounts a ON a.id = m.account_id GROUP BY m.role',
  ],
  ['SELECT i.id FROM invitations i JOIN accounts a ON a.email = i.email'],
  [
    'SELECT i.id FROM invitations i WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.email = i.email)',
  ],
  ['UPDATE accounts SET version = 2 WHERE email = ?'],
  ["SELECT reason || '.' FROM ratings"],
  ['SELECT review_id FROM ratings WHERE reason > ?'],
  ['SELECT submission_id FROM reviews ORDER BY try_next'],
  ['SELECT row_number() OVER (ORDER BY name) FROM accounts'],
  [
    "INSERT INTO accounts (id, email, email_index, language, reading, created_at) SELECT 'a', email, email_index, 'en', '{}', 1 FROM sign_ins WHERE id_hash = ?",
  ],
  [
    'UPDATE credentials SET shown_name = (SELECT name FROM accounts WHERE id = student_id) WHERE id = ?',
  ],
])('refuses %s', async (query) => {
  expect(await usesOf(query)).not.toEqual([])
})

it.each([
  ['SELECT id, name, email FROM accounts WHERE email_index = ? AND name IS NOT NULL'],
  [
    'SELECT m.id, a.name FROM memberships m JOIN accounts a ON a.id = m.account_id ORDER BY m.role, m.created_at LIMIT 5',
  ],
  ['SELECT name FROM organizations ORDER BY name'],
  ["SELECT coalesce(name, '0|') AS name, CASE WHEN birth_year > 2000 THEN email END FROM accounts"],
  [
    "SELECT student_id, json_group_array(json_object('e', excerpt)) AS badges FROM visible_credentials GROUP BY student_id",
  ],
  ['UPDATE accounts SET name = ?, version = version + 1 WHERE id = ? AND version = ?'],
  ['SELECT review_id, criterion, reason FROM ratings ORDER BY criterion, level'],
  ['SELECT skill, excerpt FROM visible_credentials WHERE level > 2 ORDER BY level DESC'],
  [
    "INSERT INTO accounts (id, email, email_index, language, reading, created_at) SELECT 'a', ?, email_index, 'en', '{}', 1 FROM sign_ins WHERE id_hash = ?",
  ],
])('allows %s', async (query) => {
  expect(await usesOf(query)).toEqual([])
})

it('no index holds a sealed column', async () => {
  const { results } = await env.DB.prepare(
    `SELECT s.tbl_name || '.' || x.name AS "column" FROM sqlite_master s, pragma_index_info(s.name) x
     WHERE s.type = 'index'`,
  ).all<{ column: string }>()
  const sealed = new Set(sealedColumns.map(({ table, name }) => `${table}.${name}`))
  expect(results.length).toBeGreaterThan(100)
  expect(results.filter(({ column }) => sealed.has(column))).toEqual([])
})
