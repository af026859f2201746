import type { VisibleFields } from '../visibility.ts'

/** The switches that are on, named as in receipts. */
export function switchesOf(fields: VisibleFields): string[] {
  const { credentials, ...rest } = fields
  return [
    ...credentials.flatMap(({ credentialId, excerpt, criteria }) => [
      `credential:${credentialId}`,
      ...(criteria ? [`criteria:${credentialId}`] : []),
      ...(excerpt === undefined ? [] : [`excerpt:${credentialId}`]),
    ]),
    ...Object.keys(rest),
  ]
}

/** The switches that are on in `after` and not in `before`: these need a new consent. */
export function addedIn(before: VisibleFields, after: VisibleFields): string[] {
  const on = new Set(switchesOf(before))
  return switchesOf(after).filter((name) => !on.has(name))
}
