import axe from 'axe-core'

/** What axe finds against WCAG 2.2 AA, as rule and elements. */
export async function violations(): Promise<[rule: string, elements: string[]][]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const results = await axe.run(document.body, { runOnly: tags })
  return results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
