const lineComment = /^\s*(?:\/\/|--)\s?(.*)$|\s\/\/\s(.*)$/
const blocks = /\/\*\*?([\s\S]*?)\*\/|<!--([\s\S]*?)-->/g

/** The comments of a TypeScript, Svelte, CSS or SQL file, one string each, on one line. */
export function commentsIn(source: string): string[] {
  const inBlocks = [...source.matchAll(blocks)].map(([, block, markup]) =>
    (block ?? markup ?? '').replaceAll(/\n\s*\*?/g, ' ').trim(),
  )
  const lines: string[] = []
  let isOpen = false
  for (const line of source.replaceAll(blocks, '').split('\n')) {
    const [, whole, after] = lineComment.exec(line) ?? []
    const words = whole ?? after
    if (words === undefined) {
      isOpen = false
      continue
    }
    // Comments on neighbouring lines are one.
    if (isOpen && whole !== undefined) lines.push(`${lines.pop()} ${words}`)
    else lines.push(words)
    isOpen = whole !== undefined
  }
  return [...inBlocks, ...lines]
}
