import { globSync, readFileSync } from 'node:fs'

import { parse } from 'yaml'

interface Item {
  answers: Record<string, string>
  levels: Record<string, number>
}

/**
 * The expected levels of a hidden calibration answer, if `text` begins like it; undefined for the
 * answer of a person. A reviewer who gives one other levels gets less weight, and rounds then need
 * more reviews.
 */
export function knownLevels(challengeId: string, text: string): Record<string, number> | undefined {
  const [file = ''] = globSync(`scenarios/*/${challengeId}/calibration.yaml`)
  const items = parse(readFileSync(file, 'utf8')) as Item[]
  return items.find(({ answers }) =>
    Object.values(answers).some((answer) => flat(text).includes(flat(answer).slice(0, 60))),
  )?.levels
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
