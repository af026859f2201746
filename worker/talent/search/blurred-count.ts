/** A number of people as an employer sees it: `<5`, rounded down to fives, or `1000+`. */
export function blurredCount(count: number): string {
  if (count < 5) return '<5'
  if (count >= 1000) return '1000+'
  return `${Math.floor(count / 5) * 5}+`
}
