/** What the rows are about, as people would call it. */
export type Topic =
  | 'account'
  | 'sign-in'
  | 'notices'
  | 'answers'
  | 'reviews'
  | 'results'
  | 'badges'
  | 'visibility'
  | 'consents'
  | 'interviews'
  | 'staff'
  | 'technical'

/**
 * The rows of a table that are about one person, and what an export and an erasure do with them.
 */
export interface PersonalRows {
  topic: Topic
  /** The SQL condition that finds them. `?1` is the id of the person's account, `?2` is now. */
  of: string
  /** The columns in the person's export, or why there are none. */
  exported: readonly string[] | { not: string }
  /** A further SQL condition for the export: what the person can read now. */
  exportedIf?: string
  /** More columns for the export: SQL over the row. */
  computed?: Readonly<Record<string, string>>
  /** How the export shows a column, if not as it is stored. Not called for an empty column. */
  shown?: Readonly<Record<string, (value: unknown) => unknown>>
  /**
   * For words about the person by a writer whom the person must not know: SQL for the account that
   * wrote the words, and for their language. The export hides what a result hides.
   */
  writer?: { accountId: string; language: string }
  /** The trigger that deletes the rows, if the erasure has no statement of its own for them. */
  deletedBy?: string
  /**
   * What happens when the account is erased. `detach`: the row stays, and these columns, which say
   * something about the person, get these SQL values, in which `?2` is now. The account id in the
   * row then leads to an account without a name, an address or a key. `keep`: the row stays as it
   * is.
   */
  erase: 'delete' | { detach: Readonly<Record<string, string>>; why: string } | { keep: string }
}

/**
 * What the tables of a room hold about people. A table has one entry for each way in which its rows
 * can be about a person (as the author, or as the reviewer, of a review), or says why they are
 * about nobody.
 */
export type Personal = Readonly<Record<string, readonly PersonalRows[] | { nobody: string }>>

/** Shows a column of JSON as lists and objects. */
export const fromJson = (text: unknown): unknown => JSON.parse(String(text))
