/** Data that others made: a test reads what it finds in it. */
// oxlint-disable-next-line no-explicit-any -- its form is not ours to declare
export type Json = any
