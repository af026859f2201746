import * as v from 'valibot'

import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { publishable } from './publishable.ts'
import { partsForHttp } from './transport.ts'

interface Options {
  /** The origin of a dev Worker, such as http://localhost:8787. */
  origin: string
  quiet: boolean
}

const Answer = v.object({ outcome: v.optional(v.string()), title: v.optional(v.string()) })

/**
 * Publishes every challenge to a Worker on this machine; versions that it already has are not
 * changed.
 */
export async function publishScenarios(root: string, { origin, quiet }: Options): Promise<number> {
  const publications = publishable(root)
  if (!publications) return 1
  for (const publication of publications) {
    const { id } = publication.version.challenge
    const outcome = await send(publication, origin)
    if (outcome !== 'published' && outcome !== 'unchanged') {
      process.stderr.write(`${id} was not published: ${outcome}\n`)
      return 1
    }
    if (!quiet) process.stdout.write(`${id}: ${outcome}\n`)
  }
  return 0
}

async function send(publication: Publication, origin: string): Promise<string> {
  let outcome = 'nothing was sent'
  for (const part of await partsForHttp(publication)) {
    try {
      const response = await fetch(`${origin}/dev/challenge-versions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(part),
      })
      const answer = v.safeParse(Answer, await response.json().catch(() => undefined))
      const said = answer.success ? (answer.output.outcome ?? answer.output.title) : undefined
      outcome = said ?? `${origin} answered ${response.status}`
      if (!response.ok) return outcome
    } catch {
      return `there is no answer at ${origin}. Is npm start running?`
    }
  }
  return outcome
}
