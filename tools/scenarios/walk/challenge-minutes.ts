const wordsAMinute = 150
const minutesAPrompt = 3
const wordsWrittenAMinute = 40

/**
 * Minutes for so many words of story, choices not counted, and prompts with their least and most
 * words: words / 150, and for each prompt 3 + (least + most) / 40 (assessment.md §2).
 */
export function challengeMinutes(
  storyWords: number,
  prompts: readonly (readonly [least: number, most: number])[],
): number {
  return prompts.reduce(
    (sum, [least, most]) => sum + minutesAPrompt + (least + most) / wordsWrittenAMinute,
    storyWords / wordsAMinute,
  )
}
