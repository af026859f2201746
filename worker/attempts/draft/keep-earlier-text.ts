import type { Call } from '../../foundation/call/call.ts'
import { isOver } from '../attempt/attempt.ts'
import type { OwnDraft } from './find-draft.ts'
import type { EarlierText } from './find-earlier-texts.ts'
import type { KeepEarlierTextInput } from './keep-earlier-text-input.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { attemptNotOpen } from '../problems.ts'

/**
 * Puts a text aside that its author chose not to go on with. One that is kept already is kept once,
 * so a page may ask again when it does not know whether it was heard.
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
