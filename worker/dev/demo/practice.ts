import * as v from 'valibot'

import type { Stage } from './stage.ts'
import type { DemoItemText } from './work-texts.ts'

const minutesForAnItem = 4
const Practice = v.object({
  mustForgo: v.boolean(),
  needed: v.number(),
  next: v.nullable(v.object({ itemId: v.string() })),
})

interface Practising extends Pick<DemoItemText, 'challenge' | 'ratings'> {
  reviewer: string
}

/** Judges the practice answers that are needed before the first review in a challenge. */
export async function practise(stage: Stage, { reviewer, challenge, ratings }: Practising) {
  const browser = await stage.as(reviewer)
  const path = `/api/practice-items?challengeId=${challenge}`
  for (let level = 2; ; level++) {
    const { mustForgo, needed, next } = await browser.ask(Practice, 'GET', path)
    if (mustForgo) {
      await browser.post('/api/forgone-challenges', { challengeId: challenge })
      continue
    }
    if (needed === 0 || !next) return
    const levels = Object.fromEntries(Object.keys(ratings).map((criterion) => [criterion, level]))
    stage.wait(minutesForAnItem)
    await browser.post('/api/practice-items', {
      challengeId: challenge,
      itemId: next.itemId,
      levels,
    })
  }
}
