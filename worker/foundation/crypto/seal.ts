declare const sealedBrand: unique symbol

/**
 * Text as it is stored in a sealed column. The type prevents plain text from being stored there.
 */
export type Sealed = string & { readonly [sealedBrand]: true }

/**
 * The prefix of sealed text. Key id `0` means no cipher: thanks to the prefix, a cipher can be
 * added later without a migration. Until then production answers 503. `seal` and `open` are
 * asynchronous because a cipher is, and so are keys in another Worker.
 */
const plain = '0|'

export const sealsWithoutCipher = true

export async function seal(text: string): Promise<Sealed> {
  return (plain + text) as Sealed
}

/**
 * Opens sealed text. Throws on text that is not sealed: that is a fault, and must not look like an
 * empty value.
 */
export async function open(sealed: string): Promise<string> {
  if (!sealed.startsWith(plain)) throw new Error('A sealed column cannot be opened.')
  return sealed.slice(plain.length)
}

/** Seals a value for a column that may be NULL. */
export async function sealOptional(text: string | undefined): Promise<Sealed | null> {
  return text === undefined ? null : seal(text)
}

/** Seals a value for another column. Do not copy sealed text: a cipher binds it to its column. */
export async function sealAnew(sealed: string | null): Promise<Sealed | null> {
  return sealed === null ? null : seal(await open(sealed))
}

/** Opens a column that may be NULL, in its row or because a LEFT JOIN found no row. */
export async function openOr<Absent>(
  sealed: string | null,
  absent: Absent,
): Promise<string | Absent> {
  return sealed === null ? absent : open(sealed)
}
