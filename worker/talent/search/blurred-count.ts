/** How a number of people is shown to an employer: too few to say, fives, or "very many". */
export function blurredCount(count: number): string {
  if (count < 5) return '<5'
  if (count >= 1000) return '1000+'
  return `${Math.floor(count / 5) * 5}+`
}
