import { globSync, readFileSync } from 'node:fs'

import { parse } from 'yaml'

interface Item {
  answers: Record<string, string>
  levels: Record<string, number>
}

/**
 * The levels of a hidden item, if its answer stands in `text`; undefined for anybody else's answer.
 * Somebody who gives an item other levels counts for less, and then a round needs more reviews.
 */
export function knownLevels(challengeId: string, text: string): Record<string, number> | undefined {
  const [file = ''] = globSync(`scenarios/*/${challengeId}/calibration.yaml`)
  const items = parse(readFileSync(file, 'utf8')) as Item[]
  return items.find(({ answers }) =>
    Object.values(answers).some((answer) => flat(text).includes(flat(answer).slice(0, 60))),
  )?.levels
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
