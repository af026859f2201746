/**
 * Returns a function that selects the next or previous sentence of the answers, so that it can be
 * quoted by keyboard. It returns the text of that sentence; undefined past either end.
 */
export function sentenceSelector(): (by: 1 | -1) => string | undefined {
  // The last sentence is kept here, because typing a reason clears the selection in the answer.
  let last = -1
  return (by) => {
    const sentences = [...document.querySelectorAll('.answer')].flatMap(sentencesOf)
    const selected = selectedIn(sentences)
    const at = selected < 0 ? last : selected
    const to = at < 0 && by < 0 ? sentences.length - 1 : at + by
    const next = sentences[to]
    if (!next) return undefined
    last = to
    getSelection()?.setBaseAndExtent(next.node, next.from, next.node, next.to)
    show(next)
    return next.node.data.slice(next.from, next.to)
  }
}

/** The sentence in which the selected words begin; -1 if none is selected. */
function selectedIn(sentences: readonly Sentence[]): number {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return -1
  const { startContainer, startOffset } = selection.getRangeAt(0)
  return sentences.findIndex(
    ({ node, from, to }) => node === startContainer && from <= startOffset && startOffset < to,
  )
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
