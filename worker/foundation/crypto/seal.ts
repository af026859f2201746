import { base64urlnopad } from '@scure/base'
import { getTableName } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

import { base64url, randomBytes, utf8 } from './encoding.ts'
import type { Keyring } from './keyring.ts'
import type { Owner } from './owner.ts'

declare const sealedBrand: unique symbol

/**
 * Text as it is stored in a sealed column. The type prevents plain text from being stored there.
 */
export type Sealed = string & { readonly [sealedBrand]: true }

/** The column that text is sealed for, or the name of another place that stores sealed text. */
export type Place = AnySQLiteColumn | 'outbox.code' | 'outbox.link' | 'dev_mails' | 'dev_people'

interface Caller {
  keys: Keyring
}

const ivBytes = 12
/** `1|<owner>|<base64url of IV, ciphertext and tag>`. */
const form = /^1\|([a-z]+:[0-9a-f-]+)\|([\w-]+)$/
/** Text from before there were keys: a laptop's database can still have some. */
const unsealed = '0|'

/**
 * Seals text with its owner's key (AES-256-GCM, random IV). The owner, the column and the row are
 * authenticated, so sealed text that was moved does not open. `row` names the row, in most tables
 * by its primary key.
 */
export async function seal(
  { keys }: Caller,
  place: Place,
  row: string,
  owner: Owner,
  text: string,
): Promise<Sealed> {
  const key = await keys.findOrMake(owner)
  const iv = randomBytes(ivBytes)
  const sealed = await crypto.subtle.encrypt(algorithm(iv, owner, place, row), key, utf8(text))
  const bytes = new Uint8Array(ivBytes + sealed.byteLength)
  bytes.set(iv)
  bytes.set(new Uint8Array(sealed), ivBytes)
  return `1|${owner}|${base64url(bytes)}` as Sealed
}

/**
 * Opens text that was sealed for this place and row. An error if it does not open: it must not look
 * like an empty value. Throws 503 `try-again` while the vault does not answer.
 */
export async function open(
  { keys }: Caller,
  place: Place,
  row: string,
  sealed: string,
): Promise<string> {
  if (keys.opensUnsealed && sealed.startsWith(unsealed)) return sealed.slice(unsealed.length)
  const [, owner = '', body = ''] = form.exec(sealed) ?? []
  if (body === '') throw new Error('A sealed column has text that is not sealed.')
  const key = await keys.find(owner as Owner)
  const bytes = Uint8Array.from(base64urlnopad.decode(body))
  const opened = await crypto.subtle.decrypt(
    algorithm(bytes.slice(0, ivBytes), owner as Owner, place, row),
    key,
    bytes.subarray(ivBytes),
  )
  return new TextDecoder().decode(opened)
}

/** Seals a value for a column that may be NULL. */
export async function sealOptional(
  caller: Caller,
  place: Place,
  row: string,
  owner: Owner,
  text: string | undefined,
): Promise<Sealed | null> {
  return text === undefined ? null : seal(caller, place, row, owner, text)
}

/** Opens a column that may be NULL, in its row or because a LEFT JOIN found no row. */
export async function openOr<Absent>(
  caller: Caller,
  place: Place,
  row: string | null,
  sealed: string | null,
  absent: Absent,
): Promise<string | Absent> {
  return sealed === null || row === null ? absent : open(caller, place, row, sealed)
}

/** The key of a row with several parts in its primary key, as `seal` and `open` take it. */
export const rowOf = (...parts: readonly (string | number)[]) => parts.join(' ')

function algorithm(iv: Uint8Array<ArrayBuffer>, owner: Owner, place: Place, row: string) {
  const where = typeof place === 'string' ? place : nameOf(place)
  return { name: 'AES-GCM', iv, additionalData: utf8(`${owner}|${where}|${row}`) }
}

const nameOf = (column: AnySQLiteColumn) => `${getTableName(column.table)}.${column.name}`
