/**
 * The length of a volunteer mentor's text about themselves, in UTF-16 units. In a file of its own,
 * so that a page does not load the schema.
 */
export const aboutLength = { least: 40, most: 1_000 } as const
