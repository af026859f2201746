import { expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { Client } from '../../support/client.ts'

const assets = {
  fetch: (address: string) =>
    Promise.resolve(
      address.endsWith('.json')
        ? Response.json({ pages: [] })
        : new Response('<html><head></head><body><div id="app"></div></body></html>'),
    ),
} as unknown as Bindings['ASSETS']

it('a page of the app says something without script, and where its script does not come', async () => {
  const { text } = await new Client().get('/home', { env: { ASSETS: assets } })
  const [, inside = ''] = /<div id="app">([\s\S]*)<\/div>\s*<script/.exec(text) ?? []
  expect(inside).toMatch(/<noscript>?[\s\S]*Mettle needs JavaScript here[\s\S]*<\/noscript/)
  // What can be read without, and whom to write to.
  expect(inside).toMatch(
    /<noscript[\s\S]*href="\/challenges"[\s\S]*href="mailto:[\s\S]*<\/noscript/,
  )
  // The style shows it after a while; without the style it is read at once.
  expect(inside).toMatch(/class="page not-started"[\s\S]*Mettle has not started/)
  expect(inside).not.toMatch(/style=|<script/)
})
