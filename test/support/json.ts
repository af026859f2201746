/** Data from other systems, read without types. */
// oxlint-disable-next-line no-explicit-any -- its form is not ours to declare
export type Json = any
