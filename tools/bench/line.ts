/**
 * Prints one line of the bench: median and range of a list of milliseconds, and a ratio to a
 * control.
 */
export function line(name: string, list: number[], ratio: number, unit: string): void {
  const [least, most] = [Math.min(...list), Math.max(...list)]
  const figures = `${median(list).toFixed(2)} ms (${least.toFixed(2)}..${most.toFixed(2)})`
  console.log(`${name.padEnd(38)} ${figures.padEnd(26)} ${unit && `${ratio.toFixed(2)} ${unit}`}`)
}

export function median(list: number[]): number {
  const sorted = list.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
