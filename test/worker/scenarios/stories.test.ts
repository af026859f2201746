import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { publishChallengeVersion } from '../../../worker/scenarios/publish/publish-challenge-version.ts'
import { compileStory } from '../../../tools/scenarios/compile-story.ts'
import { lintChallenge } from '../../../tools/scenarios/lint/challenge.ts'
import { outlineStory } from '../../../tools/scenarios/walk/outline-story.ts'
import { aStudent, type Person } from '../../support/builders.ts'
import { coveringPaths, type Stop } from '../../support/covering-paths.ts'

const texts = import.meta.glob<string>('../../../scenarios/{*/*/*,rubrics/*}.{ink,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.slice(path.indexOf('scenarios/')), text]),
)
const folders = Object.keys(files).flatMap((path) =>
  path.endsWith('/scenario.ink') ? path.slice(0, path.lastIndexOf('/')) : [],
)

/** Paths that take every choice of every passage; more would make the story too long to test. */
const mostPaths = 40

describe('a story of this repository', () => {
  it.each(folders)('%s is played over HTTP, every choice of every passage', async (folder) => {
    const { publishable } = lintChallenge(read(folder))
    if (!publishable) throw new Error('refused')
    const { version, exploration } = publishable
    const outline = outlineStory(exploration, version.challenge.prompts)
    const id = `${version.challenge.id}-${crypto.randomUUID().slice(0, 8)}`
    const challenge = { ...version.challenge, id }
    await publishChallengeVersion(systemCall(env, crypto.randomUUID()), {
      version: { ...version, challenge },
      outline,
    })

    const paths = coveringPaths(exploration)
    expect(paths.length).toBeLessThanOrEqual(mostPaths)
    const taken = paths.flat().map(({ place, turn }) => `${place.screen.passageId} ${turn?.id}`)
    for (const { screen, next } of exploration.places) {
      const names = next.map(({ turn }) => `${screen.passageId} ${turn.id}`)
      expect(taken).toEqual(expect.arrayContaining(names))
    }
    for (const path of paths) await play(await aStudent(), id, path)
  })
})

/** Takes the turns of a path and compares each screen with the one that the walk found. */
async function play({ client }: Person, challengeId: string, path: readonly Stop[]): Promise<void> {
  const { body } = await client.post('/api/attempts', { challengeId })
  const door = `/api/attempts/${body.id}`
  let { screen } = (await client.get(door)).body
  for (const [index, { place, turn }] of path.entries()) {
    expect(screen).toMatchObject({
      passageId: place.screen.passageId,
      paragraphs: place.screen.paragraphs,
      ended: turn === undefined,
    })
    if (!turn) continue
    if (turn.kind === 'answer') {
      await client.put(`${door}/drafts/${turn.id}`, { text: 'I ask her first.', version: 0 })
    }
    const taken = await client.post(`${door}/turns`, { number: index + 1, ...turn })
    expect(taken).toMatchObject({ status: 201 })
    screen = taken.body.screen
  }
}

function read(folder: string) {
  const [, skill = ''] = folder.split('/')
  const source = (file: string) => ({ file, text: files[file] ?? '' })
  const ink = source(`${folder}/scenario.ink`)
  return {
    path: folder,
    challenge: source(`${folder}/challenge.yaml`),
    ink,
    key: source(`${folder}/key.yaml`),
    calibration: source(`${folder}/calibration.yaml`),
    rubric: source(`scenarios/rubrics/${skill}.yaml`),
    compiled: compileStory(ink.text),
  }
}
