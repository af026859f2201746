import type { Doors } from './doors.ts'

/** An answer of valid length without repeated words; `mark` makes it unique. */
export function answerOf(mark: string): string {
  return `I tell everybody in the lane what I know before they need it. ${mark} says the map shelves go last because the paint upstairs is wet until noon, so I ask Farida by name whether the children can carry the thin books first. She says yes, and that changes my plan: thin books now, heavy ones at eleven when the rowers come back from their break. I write both times on the wall beside the door where each team passes, ask two people to read it back to me, and say what I do not know yet, which is how long the lorry may stand at the bottom.`
}

interface AttemptAnswer {
  number: number
  round: number
  screen: { ended: boolean; promptId?: string; choices: { id: string }[] }
  prompts: { id: string; version: number; text: string }[]
}

/**
 * Plays a challenge through the API: always the first choice, and the same kind of answer to each
 * prompt.
 */
export async function playByDoors(person: Doors, challengeId: string, mark: string): Promise<void> {
  const { id } = await person.post('/api/attempts', { challengeId })
  const path = `/api/attempts/${id}`
  for (;;) {
    const { number, screen }: AttemptAnswer = await person.get(path)
    if (screen.ended) break
    const [choice] = screen.choices
    if (screen.promptId) {
      const draft = `${path}/drafts/${screen.promptId}`
      const { version } = await person.get(draft)
      await person.put(draft, { text: answerOf(`${mark}, about ${screen.promptId},`), version })
      await person.post(`${path}/turns`, {
        number: number + 1,
        kind: 'answer',
        id: screen.promptId,
      })
    } else {
      await person.post(`${path}/turns`, { number: number + 1, kind: 'choice', id: choice?.id })
    }
  }
  const { round, prompts }: AttemptAnswer = await person.get(path)
  const answers = Object.fromEntries(prompts.map((prompt) => [prompt.id, prompt.text]))
  await person.post(`${path}/submission`, { round, answers })
}
