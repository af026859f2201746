import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Browser } from '../browser.ts'
import { check } from '../check.ts'
import { logOf } from '../home.ts'
import type { Rehearsal } from '../person.ts'

const devDoors = ['GET /dev/mail', 'GET /dev/mail.json', 'POST /dev/clock', 'POST /dev/session']

/** It serves pages and files over TLS, and has none of the doors of a laptop. */
export async function isProduction({ instance }: Rehearsal): Promise<void> {
  const stranger = new Browser(instance)
  const page = await stranger.ask('GET', '/sign-in')
  check(page.status === 200, `GET /sign-in answered ${page.status}: ${page.text}`)
  const transport = page.headers['strict-transport-security']
  check(transport !== undefined, 'Pages do not ask for TLS.')
  check(!page.text.includes('demo'), 'The sign-in page offers demo people.')
  const [, script = 'no script'] = /src="(\/assets\/[^"]+\.js)"/.exec(page.text) ?? []
  const file = await stranger.ask('GET', script)
  const kept = file.headers['cache-control'] ?? ''
  check(file.status === 200 && kept.includes('immutable'), `${script}: ${file.status}, ${kept}`)
  const missing = await stranger.ask('GET', script.replace('.js', '0.js'))
  const unkept = missing.headers['cache-control'] ?? ''
  check(
    missing.status === 404 && unkept.includes('no-store'),
    `A missing file: ${missing.status}, ${unkept}`,
  )
  for (const door of devDoors) {
    const [method = '', path = ''] = door.split(' ')
    const { status, text } = await stranger.ask(method, path, method === 'POST' ? {} : undefined)
    check(status === 404, `${door} answered ${status}: ${text}`)
  }
}

/** All that a monitor checks is well. */
export async function isHealthy({ instance }: Rehearsal): Promise<void> {
  const { status, text, body } = await new Browser(instance).ask('GET', '/health')
  check(status === 200 && body?.ok === true, `GET /health answered ${status}: ${text}`)
}

/**
 * Neither the databases nor the log hold any of these words, and no request went elsewhere. `plain` is
 * a word that the databases do hold: it shows that the right files are read.
 */
export function keepsWordsSealed(
  { instance, provider }: Rehearsal,
  words: readonly string[],
  plain: string,
): void {
  const databases = globSync(join(instance.home, 'v3', '**', '*.sqlite*'))
  const files = [...databases, logOf(instance.home)].map((path) => {
    return { path, content: readFileSync(path) }
  })
  check(
    files.some(({ content }) => content.includes(plain)),
    `No database holds “${plain}”.`,
  )
  for (const { path, content } of files) {
    const found = words.find((word) => content.includes(word))
    check(found === undefined, `${path} holds “${found}” in plain text.`)
  }
  const { strays } = provider
  check(strays.length === 0, `It asked for other addresses: ${strays.join(', ')}`)
}

/** Unexpected errors that the Workers logged. */
export function loggedErrors({ instance }: Rehearsal): string[] {
  const log = logOf(instance.home)
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  return lines.filter((line) => line.startsWith('error') || /"level":"error"/.test(line))
}
