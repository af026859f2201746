declare const sealedBrand: unique symbol

/** Text as it stands in a sealed column: what asks for it cannot be handed plain text. */
export type Sealed = string & { readonly [sealedBrand]: true }

/**
 * Personal columns pass through here. Key id `0` is no cipher: the marker stands in the column, so
 * that sealed columns can come later without a migration, and production refuses to start with it.
 * Both ways are asynchronous, as a cipher and the keys of another Worker are.
 */
const plain = '0|'

export const sealsWithoutCipher = true

export async function seal(text: string): Promise<Sealed> {
  return (plain + text) as Sealed
}

/** Rejects what is no sealed text: a column that does not open is a fault, never empty. */
export async function open(sealed: string): Promise<string> {
  if (!sealed.startsWith(plain)) throw new Error('A sealed column cannot be opened.')
  return sealed.slice(plain.length)
}

/** For a column that may be NULL. */
export async function sealOptional(text: string | undefined): Promise<Sealed | null> {
  return text === undefined ? null : seal(text)
}

/** For another column, which never takes the sealed text of the first: a cipher binds it to its place. */
export async function sealAnew(sealed: string | null): Promise<Sealed | null> {
  return sealed === null ? null : seal(await open(sealed))
}

/** For a column that may be NULL, or that a LEFT JOIN did not find. */
export async function openOr<Absent>(
  sealed: string | null,
  absent: Absent,
): Promise<string | Absent> {
  return sealed === null ? absent : open(sealed)
}
