import { describe, expect, it } from 'vitest'

import { readFolders } from '../../../tools/scenarios/read-folders.ts'
import { lintChallenge } from '../../../tools/scenarios/lint/challenge.ts'
import { outlineStory } from '../../../tools/scenarios/walk/outline-story.ts'

const folders = readFolders('scenarios')

describe('the challenges of this repository', () => {
  it('are three at least, in three skills', () => {
    expect(new Set(folders.map(({ path }) => path.split('/')[1])).size).toBeGreaterThanOrEqual(3)
  })

  it.each(folders)('$path may be published, and every screen has its outline', (folder) => {
    const { findings, publishable } = lintChallenge(folder)
    expect(findings).toEqual([])
    if (!publishable) throw new Error('refused')
    const { places } = publishable.exploration
    const outline = outlineStory(publishable.exploration, publishable.version.challenge.prompts)
    expect(Object.keys(outline).toSorted()).toEqual(
      [...new Set(places.map(({ screen }) => screen.passageId))].toSorted(),
    )
  })
})
