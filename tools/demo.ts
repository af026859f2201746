import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import * as v from 'valibot'
import { parse } from 'yaml'

const { values } = parseArgs({
  options: { origin: { type: 'string', default: 'http://localhost:8787' } },
})
const { origin } = values
const Answer = v.object({ seeded: v.optional(v.boolean()), title: v.optional(v.string()) })

const read = (name: string): unknown =>
  parse(readFileSync(`scenarios/demo/${name}.yaml`, 'utf8'), { schema: 'core', stringKeys: true })

process.stdout.write('Looking after the demo (half a minute the first time)…\n')
const response = await fetch(`${origin}/dev/seed`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify({
    people: read('people'),
    attempts: read('attempts'),
    reviews: read('reviews'),
    hiring: read('openings'),
  }),
})
const text = await response.text()
const { seeded, title } = v.parse(
  Answer,
  response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {},
)
if (!response.ok) {
  process.stderr.write(`The demo could not be made. ${title ?? text.slice(0, 300)}\n`)
  process.exitCode = 1
} else {
  process.stdout.write(seeded ? 'A demo programme is ready.\n' : 'Your data is as you left it.\n')
}
