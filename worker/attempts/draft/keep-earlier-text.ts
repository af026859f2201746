import type { Call } from '../../foundation/call/call.ts'
import { isOver } from '../attempt/attempt.ts'
import type { OwnDraft } from './find-draft.ts'
import type { EarlierText } from './find-earlier-texts.ts'
import type { KeepEarlierTextInput } from './keep-earlier-text-input.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { attemptNotOpen } from '../problems.ts'

/**
 * Keeps a text that its author did not continue with. The same text is kept only once, so a page
 * can retry if the answer was lost.
 */
export async function keepEarlierText(
  call: Call,
  { draft, texts }: { draft: OwnDraft; texts: readonly EarlierText[] },
  { text }: KeepEarlierTextInput,
): Promise<{ id: string }> {
  if (!draft.isOpen || isOver(draft, call.now)) throw attemptNotOpen()
  const same = texts.find((earlier) => earlier.text === text)
  return same ? { id: same.id } : keepSuperseded(call, draft, text)
}
