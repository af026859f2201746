import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

const time = (name: string) => integer(name, { mode: 'timestamp_ms' })

export const issuers = sqliteTable('issuers', {
  organizationId: text('organization_id').primaryKey().notNull(),
  did: text().notNull().unique(),
  origin: text().notNull(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  url: text().notNull(),
})

export const issuerKeys = sqliteTable(
  'issuer_keys',
  {
    did: text().notNull(),
    purpose: text({ enum: ['credential', 'status'] }).notNull(),
    generation: text().notNull(),
    publicKeyMultibase: text('public_key_multibase').notNull(),
    listedAt: time('listed_at').notNull(),
    activeAt: time('active_at'),
    retiredAt: time('retired_at'),
    compromisedAt: time('compromised_at'),
  },
  (table) => [primaryKey({ columns: [table.did, table.purpose, table.generation] })],
)

export const achievements = sqliteTable('achievements', {
  id: text().primaryKey().notNull(),
  lineageId: text('lineage_id').notNull(),
  organizationId: text('organization_id').notNull(),
  kind: text({ enum: ['skill', 'milestone', 'exit-record'] }).notNull(),
  skill: text().notNull(),
  rubricVersion: text('rubric_version').notNull(),
  validityMonths: integer('validity_months'),
  statusPurpose: text('status_purpose', { enum: ['revocation', 'suspension'] }).notNull(),
  definition: text().notNull(),
  createdAt: time('created_at').notNull(),
})

export const credentialTemplates = sqliteTable('credential_templates', {
  hash: text().primaryKey().notNull(),
  achievementId: text('achievement_id').notNull(),
  shape: text().notNull(),
  skeleton: text().notNull(),
  fixedLines: text('fixed_lines'),
  slotted: text(),
  blank: text(),
})

export const statusLists = sqliteTable('status_lists', {
  id: text().primaryKey().notNull(),
  did: text().notNull(),
  purpose: text({ enum: ['revocation', 'suspension'] }).notNull(),
  taken: integer().notNull().default(0),
  fullAt: time('full_at'),
  /** How many badges had ended when it was signed. Of two signed versions, the newer has more. */
  ends: integer().notNull().default(0),
  signedAt: time('signed_at'),
  signedDocument: text('signed_document'),
})

/** Every did document that was served, from when. */
export const didDocuments = sqliteTable('did_documents', {
  did: text().notNull(),
  servedFrom: time('served_from').notNull(),
  document: text().notNull(),
})

export const credentials = sqliteTable('credentials', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  achievementId: text('achievement_id').notNull(),
  lineageId: text('lineage_id').notNull(),
  decisionId: text('decision_id').notNull().unique(),
  level: integer().notNull(),
  version: integer().notNull(),
  state: text({ enum: ['prepared', 'signed', 'failed'] }).notNull(),
  templateHash: text('template_hash').notNull(),
  slotValues: text('slot_values').notNull(),
  documentHash: text('document_hash').notNull(),
  createdAt: time('created_at').notNull(),
  keyId: text('key_id'),
  proofValue: text('proof_value'),
  validFrom: time('valid_from').notNull(),
  validUntil: time('valid_until'),
  awardedAt: time('awarded_at').notNull(),
  statusListId: text('status_list_id').notNull(),
  statusIndex: integer('status_index').notNull(),
  endedAt: time('ended_at'),
  publishedAt: time('published_at'),
  /** The holder's name on the badge's public page; null if it shows none. */
  shownName: sealed(80, 'shown_name'),
  /** Search engines may list the public page. */
  listed: integer({ mode: 'boolean' }).notNull().default(false),
  publicationVersion: integer('publication_version').notNull().default(0),
  /** Set to `validUntil` by expire-credential.ts. From then on a successor can be awarded. */
  expiredAt: time('expired_at'),
  /** The holder agreed that both search engines and employers can find this badge. */
  listedAndVisible: integer('listed_and_visible', { mode: 'boolean' }).notNull().default(false),
})

/** Proficient decisions without a badge, to find lost awards. Maintained by database triggers. */
export const awaitedAwards = sqliteTable(
  'awaited_awards',
  {
    decidedAt: time('decided_at').notNull(),
    decisionId: text('decision_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.decidedAt, table.decisionId] })],
)

export const credentialVersions = sqliteTable(
  'credential_versions',
  {
    credentialId: text('credential_id').notNull(),
    version: integer().notNull(),
    achievementId: text('achievement_id').notNull(),
    decisionId: text('decision_id').notNull(),
    level: integer().notNull(),
    templateHash: text('template_hash').notNull(),
    slotValues: text('slot_values').notNull(),
    documentHash: text('document_hash').notNull(),
    keyId: text('key_id').notNull(),
    proofValue: text('proof_value').notNull(),
    validFrom: time('valid_from').notNull(),
    validUntil: time('valid_until'),
    replacedAt: time('replaced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.credentialId, table.version] })],
)

export const credentialEnds = sqliteTable('credential_ends', {
  credentialId: text('credential_id').primaryKey().notNull(),
  kind: text({ enum: ['revoked', 'replaced'] }).notNull(),
  reason: text({
    enum: ['error', 'misconduct', 'appeal', 'duplicate', 'holder-request', 'key-compromised'],
  }).notNull(),
  at: time('at').notNull(),
})

export const credentialHolds = sqliteTable('credential_holds', {
  id: text().primaryKey().notNull(),
  credentialId: text('credential_id').notNull(),
  openedAt: time('opened_at').notNull(),
  closedAt: time('closed_at'),
})
