import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import type { QueryOptions } from '../../lib/query/query-options.ts'

type AttemptDoors = (typeof api.attempts)[':attemptId']

/** An attempt: the current screen, the story so far, and the written answers. */
export type Attempt = ResponseOf<AttemptDoors['$get']>
export type TurnReply = ResponseOf<AttemptDoors['turns']['$post']>
export type AskedPrompt = Attempt['prompts'][number]

export interface Turn {
  /** One more than the number of the previous turn. */
  number: number
  kind: 'choice' | 'answer' | 'back'
  id: string
}

export function attemptQuery(attemptId: string): QueryOptions<Attempt> {
  const param = { attemptId }
  return {
    path: `/api/attempts/${attemptId}`,
    ask: () => unwrap(api.attempts[':attemptId'].$get({ param })),
  }
}

export const useAttempt = (attemptId: () => string) => useQuery(() => attemptQuery(attemptId()))

/** The attempt after a turn, without loading it again; undefined if only the server can tell. */
export function afterTurn(attempt: Attempt, turn: Turn, reply: TurnReply): Attempt | undefined {
  const { screen, story, prompts } = attempt
  const isNext = turn.number === attempt.number + 1 && reply.number === turn.number
  const isWritten = !reply.prompt || prompts.some(({ id }) => id === reply.prompt?.id)
  if (!isNext || !isWritten || reply.screen.ended) return undefined

  if (turn.kind === 'back') {
    const at = story.findLastIndex(({ passageId }) => passageId === turn.id)
    return at < 0 ? undefined : { ...attempt, ...reply, story: story.slice(0, at) }
  }
  const choice = screen.choices.find(({ id }) => turn.kind === 'choice' && id === turn.id) ?? null
  const { passageId, paragraphs, promptId = null } = screen
  return { ...attempt, ...reply, story: [...story, { passageId, paragraphs, promptId, choice }] }
}
