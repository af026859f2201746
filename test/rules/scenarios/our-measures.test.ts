import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { measureScenarios } from '../../../tools/scenarios/measure.ts'
import { idleAnswers, measuresOf, unanswered } from '../../../tools/scenarios/measure/measures.ts'
import { measuresPage } from '../../../tools/scenarios/measure/measures-page.ts'
import { readMeasured } from '../../../tools/scenarios/measure/read-measured.ts'

describe('the measures of our challenges', () => {
  const measured = readMeasured('scenarios', 'docs/content') ?? []
  const measures = measuresOf(measured)

  it('are inside their bounds, or a challenge says why not', () => {
    expect(measured.length).toBeGreaterThanOrEqual(3)
    expect(unanswered(measures).map(({ problem }) => problem)).toEqual([])
    expect(idleAnswers(measured, measures)).toEqual([])
  })

  it('are those of docs/content/measures.md: if not, run npm run scenarios -- measure', () => {
    expect(readFileSync('docs/content/measures.md', 'utf8')).toBe(measuresPage(measures))
  })
})

describe('measure', () => {
  const root = mkdtempSync(join(tmpdir(), 'measure-'))
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(root, { recursive: true })
  })

  it('says what to do about a figure past its bound, and ends with 1 until it has a reason', () => {
    const story = 'empathy/longer-than-saturday'
    cpSync('scenarios/rubrics', join(root, 'rubrics'), { recursive: true })
    cpSync(join('scenarios', story), join(root, story), { recursive: true })
    const file = join(root, story, 'challenge.yaml')
    const text = readFileSync(file, 'utf8')
    const [withoutAnswers = ''] = text.split(/^answered:/m)
    const said: string[] = []
    const note = (words: unknown) => said.push(String(words)) > 0
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    vi.spyOn(process.stderr, 'write').mockImplementation(note)

    writeFileSync(file, withoutAnswers)
    expect(measureScenarios(root, root)).toBe(1)
    const entry = '{ at: "measures.md no return: six", because: "..." }'
    expect(said.join('')).toContain(`If it has a good reason, write it in ${file}`)
    expect(said.join('')).toContain(`answered: [${entry}]`)

    const others = said.join('').match(/\{ at: "measures.md .*\}/g) ?? []
    writeFileSync(file, `${withoutAnswers}answered: [${others.join(', ')}]\n`)
    expect(measureScenarios(root, root)).toBe(0)
    expect(readFileSync(join(root, 'measures.md'), 'utf8')).toContain('no return: six: ... |')
  })
})
