import { sql } from 'drizzle-orm'

import { newId } from '../../foundation/call/id.ts'
import { openClaim } from '../../reviews/claim/open-claim.ts'
import { reviewerOf } from '../../reviews/standing/reviewer.ts'
import { practise } from './practice.ts'
import { handIn } from './reviews.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'
import type { DemoItemText } from './work-texts.ts'

type Items = Demo['items']

/** Reviewers judge hidden items among their other reviews. */
export function itemScenes(stage: Stage, { given, texts }: Items): Scene[] {
  return given.flatMap(({ reviewer, challenge, daysAgo }) =>
    daysAgo.map((days) => ({
      daysAgo: days,
      what: `${reviewer} judges a hidden item of ${challenge}`,
      play: () =>
        judgeItem(
          stage,
          reviewer,
          texts.filter((text) => text.challenge === challenge),
        ),
    })),
  )
}

/**
 * The route draws by lot whether an offer is a hidden item, so this calls the act directly. Which
 * item it is remains a matter of chance.
 */
async function judgeItem(stage: Stage, reviewer: string, texts: readonly DemoItemText[]) {
  const [any] = texts
  if (!any) throw new Error('There is no text for the hidden items of this challenge.')
  const { challenge, ratings } = any
  await practise(stage, { reviewer, challenge, ratings })
  const call = stage.callOf(reviewer)
  const claimId = newId()
  const wanted = { claimId, reviewer: reviewerOf(call), challengeId: challenge, preferred: [] }
  await openClaim(call, { ...wanted, items: 'only' }, null)
  const [item] = await call.db.all<{ item_key: string }>(sql`
    SELECT i.item_key FROM claims c JOIN hidden_items i ON i.id = c.item_id
    WHERE c.id = ${claimId}`)
  const text = texts.find((each) => each.item === item?.item_key)
  if (!text) throw new Error(`There is no text for the hidden item ${item?.item_key}.`)
  await handIn(stage, reviewer, claimId, text)
}
