/**
 * The last part of a programme's address, or the text itself: people paste
 * `https://mettle.example/organizations/riverside` or type `riverside`.
 */
export function slugIn(text: string): string {
  const path = text.trim().split(/[?#]/, 1)[0] ?? ''
  return path.split('/').findLast((part) => part !== '') ?? ''
}
