/**
 * Selects the next or previous sentence of the answers, so that it can be quoted by keyboard.
 * Returns its text; undefined past either end.
 */
export function selectSentence(by: 1 | -1): string | undefined {
  const sentences = [...document.querySelectorAll('.answer')].flatMap(sentencesOf)
  const selection = getSelection()
  const at = sentences.findIndex(
    ({ node, from }) => node === selection?.anchorNode && from === selection.anchorOffset,
  )
  const next = sentences[at < 0 && by < 0 ? sentences.length - 1 : at + by]
  if (!next) return undefined
  selection?.setBaseAndExtent(next.node, next.from, next.node, next.to)
  show(next)
  return next.node.data.slice(next.from, next.to)
}

interface Sentence {
  node: Text
  from: number
  to: number
}

function sentencesOf(answer: Element): Sentence[] {
  const node = answer.firstChild
  if (!(node instanceof Text)) return []
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(node.data)
  return [...segments]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment, index: from }) => ({ node, from, to: from + segment.trimEnd().length }))
}

/** Scrolls the pane of a long answer, or on phones the page. */
function show({ node, from, to }: Sentence): void {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  const { top, bottom } = range.getBoundingClientRect()
  const margin = innerHeight / 5
  if (top > margin && bottom < innerHeight - margin) return
  const pane = node.parentElement?.closest('.pane')
  const scrolls = pane && pane.scrollHeight > pane.clientHeight ? pane : window
  scrolls.scrollBy({ top: top - innerHeight / 3 })
}
