/** A UUIDv4 in lower case. */
export function newId(): string {
  return crypto.randomUUID()
}
