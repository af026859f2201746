import type { Fact, Key } from '../../scenarios/challenge/challenge.ts'
import type { Screen } from '../../scenarios/play/screen.ts'
import type { Turn } from '../../scenarios/play/story.ts'

export interface ToldFact {
  says: string
  /** An answer without this fact cannot reach level 3. */
  needed: boolean
}

/**
 * The facts about a prompt that the author had been told before or on its screen, in the order of
 * key.yaml. `screens` and `path` are those of the playthrough: turn n was taken on screen n.
 */
export function toldBefore(
  promptId: string,
  { facts }: Key,
  { screens, path }: { screens: readonly Screen[]; path: readonly Turn[] },
): ToldFact[] {
  const at = screens.findIndex((screen) => screen.promptId === promptId)
  if (at < 0) return []
  const isTold = ({ told, after }: Fact) =>
    screens
      .slice(0, at + 1)
      .some(
        ({ passageId }, index) =>
          passageId === told &&
          (!after || path.slice(0, index).some(({ id }) => after.includes(id))),
      )
  return (facts?.[promptId] ?? [])
    .filter(isTold)
    .map(({ says, needed = false }) => ({ says, needed }))
}
