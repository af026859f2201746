import { describe, expect, it, vi } from 'vitest'

import { checkScenarios } from '../../../tools/scenarios/check.ts'
import { lintSurface, surfaceFigures } from '../../../tools/scenarios/lint/surface.ts'
import { readFolders } from '../../../tools/scenarios/read-folders.ts'
import { readChallengeFolder } from '../../../tools/scenarios/source/challenge-folder.ts'
import { spearman } from '../../../tools/scenarios/walk/spearman.ts'
import { type Edit, smallFolder } from '../../support/small-challenge.ts'

const read = (edits: readonly Edit[] = []) => {
  const folder = readChallengeFolder(smallFolder(edits))
  if ('findings' in folder) throw new Error(JSON.stringify(folder.findings))
  return folder
}

describe('Spearman’s rank correlation', () => {
  it.each([
    [[1, 2, 3, 4], [10, 20, 30, 40], 1],
    [[1, 2, 3, 4], [9, 7, 5, 3], -1],
    // 1 - 6 (1 + 1 + 0 + 1 + 1) / (5 (25 - 1)) = 0.8.
    [[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], 0.8],
    // Equal values share the mean of their ranks.
    [[1, 1, 2, 2], [1, 2, 1, 2], 0],
    [[3, 3, 3], [1, 2, 3], 0],
  ])('of %j and %j is %d', (xs, ys, expected) => {
    expect(spearman(xs, ys)).toBeCloseTo(expected, 9)
  })
})

describe('the surface of example answers', () => {
  it('is warned of if levels go with the slips in an answer', () => {
    const weak: Edit[] = [
      ['calibration', 'slips: 1\n  voice: polished', 'slips: 30\n  voice: polished'],
      ['calibration', 'slips: 1\n  voice: clumsy', 'slips: 0\n  voice: clumsy'],
    ]
    const figure = surfaceFigures([read(weak)]).find(({ surface }) => surface === 'slips a word')
    expect(figure?.correlation).toBeLessThan(-0.5)
    expect(lintSurface([read(weak)]).map(({ problem }) => problem)).toContainEqual(
      expect.stringMatching(/levels go with slips a word: -(?:0\.[5-9]|1)/),
    )
  })

  const ours = () =>
    readFolders('scenarios').flatMap((folder) => {
      const challenge = readChallengeFolder(folder)
      return 'findings' in challenge ? [] : [challenge]
    })

  it('of one folder is measured with all others, as when all are checked', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    try {
      // Its seven answers alone would be warned of.
      checkScenarios('scenarios', ['scenarios/collaboration/hand-to-hand'])
      expect(write.mock.calls.filter(([text]) => /levels go with/.test(String(text)))).toEqual([])
    } finally {
      write.mockRestore()
    }
  })

  it('is warned of at a challenge that is checked, or not at all', () => {
    const weak: Edit[] = [
      ['calibration', 'slips: 1\n  voice: polished', 'slips: 30\n  voice: polished'],
      ['calibration', 'slips: 1\n  voice: clumsy', 'slips: 0\n  voice: clumsy'],
    ]
    const [one, other] = [read(weak), read(weak)]
    expect(lintSurface([one], [one])).not.toEqual([])
    expect(lintSurface([one], [other])).toEqual([])
  })

  it('of our own challenges gives no level away', () => {
    const folders = ours()
    expect(folders.length).toBeGreaterThanOrEqual(3)
    expect(lintSurface(folders)).toEqual([])
  })
})
