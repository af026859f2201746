import type { Call } from '../../foundation/call/call.ts'
import { didDocument, listedKey } from './did-document.ts'
import { didDocuments, type issuerKeys } from '../tables.ts'

type Key = Pick<
  typeof issuerKeys.$inferSelect,
  'purpose' | 'generation' | 'publicKeyMultibase' | 'compromisedAt'
>

/** Stores the did document that is served from now on, with these keys. */
export function keepDidDocument({ db, now }: Call, did: string, keys: readonly Key[]) {
  const sorted = keys.toSorted((a, b) =>
    `${a.purpose} ${a.generation}` < `${b.purpose} ${b.generation}` ? -1 : 1,
  )
  const document = didDocument(
    did,
    sorted.map((key) => listedKey(did, key)),
  )
  return db
    .insert(didDocuments)
    .values({ did, servedFrom: now, document: JSON.stringify(document) })
    .onConflictDoNothing()
}
