const wordsAMinute = 150
const minutesAPrompt = 3
const wordsWrittenAMinute = 40

/**
 * Minutes to take a challenge. `storyWords` leaves out the choices; each prompt has the least and
 * the most words of its answer. People read 150 words a minute. For each prompt they think for 3
 * minutes, and write the mean of the two lengths at 20 words a minute.
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
