/** What a volunteer mentor says about themselves, in UTF-16 units. Without the schema, which a page need not load. */
export const aboutLength = { least: 40, most: 1_000 } as const
