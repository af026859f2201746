import { parseArgs } from 'node:util'

import * as v from 'valibot'

import { post } from './demo/post.ts'
import { readTexts } from './demo/read-texts.ts'

const { values } = parseArgs({
  options: { origin: { type: 'string', default: 'http://localhost:8787' } },
})
const { origin } = values
const Answer = v.object({ seeded: v.optional(v.boolean()), title: v.optional(v.string()) })

process.stdout.write('Preparing the demo. The first time takes half a minute…\n')
const { status, isJson, text } = await post(`${origin}/dev/seed`, readTexts())
const { seeded, title } = v.parse(Answer, isJson ? JSON.parse(text) : {})
if (status < 400) {
  process.stdout.write(seeded ? 'A demo programme is ready.\n' : 'Your data has not changed.\n')
} else {
  process.stderr.write(`We could not make the demo. ${title ?? text.slice(0, 300)}\n`)
  process.exitCode = 1
}
