import { readFileSync } from 'node:fs'

import type { Page } from '@playwright/test'
import type Axe from 'axe-core'

declare global {
  interface Window {
    axe?: typeof Axe
  }
}

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds on the page against WCAG 2.2 AA: the id of each rule and the HTML of its first element. */
export async function violations(page: Page): Promise<string[]> {
  // Loading axe is slow, so it is loaded once for each page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const results = await window.axe?.run(document, { runOnly: tags, resultTypes: ['violations'] })
    if (!results) throw new Error('axe is not on the page.')
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}
