import { existsSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const guide = 'docs/when-something-is-red.md'

it.runIf(existsSync(guide))('the operator’s page names headings that the guide has', () => {
  const headings = [...readFileSync(guide, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, text]) => text)
  const messages: Record<string, unknown> = JSON.parse(
    readFileSync('web/messages/en/admin.json', 'utf8'),
  )
  const topics = Object.entries(messages).filter(([name]) =>
    name.startsWith('admin_operations_topic_'),
  )
  expect(topics.length).toBeGreaterThan(3)
  const missing = topics.filter(([, topic]) => {
    return !headings.some((heading) => heading?.startsWith(String(topic)))
  })
  expect(missing).toEqual([])
})
