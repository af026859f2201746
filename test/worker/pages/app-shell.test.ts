import { expect, it } from 'vitest'

import { appOfNoPages } from '../../support/app-of-no-pages.ts'
import { Client } from '../../support/client.ts'

it('a page of the app has a message without script, and one if its script does not load', async () => {
  const { text } = await new Client().get('/home', { env: { ASSETS: appOfNoPages } })
  const [, inside = ''] = /<div id="app">([\s\S]*)<\/div>\s*<script/.exec(text) ?? []
  expect(inside).toMatch(/<noscript>?[\s\S]*This page needs JavaScript[\s\S]*<\/noscript/)
  // Links to pages that work without script, and an address to write to.
  expect(inside).toMatch(
    /<noscript[\s\S]*href="\/challenges"[\s\S]*href="mailto:[\s\S]*<\/noscript/,
  )
  // The style shows it after a while; without the style it is visible at once.
  expect(inside).toMatch(/class="page not-started"[\s\S]*Mettle has not started/)
  expect(inside).not.toMatch(/style=|<script/)
})
