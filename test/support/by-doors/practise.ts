import type { Doors } from './doors.ts'

/** The two practice answers before the first review, through the API. */
export async function practiseByDoors(person: Doors, challengeId: string): Promise<void> {
  const path = `/api/practice-items?challengeId=${challengeId}`
  for (;;) {
    const { mustForgo, next } = await person.get(path)
    if (mustForgo) {
      await person.post('/api/forgone-challenges', { challengeId })
      continue
    }
    if (!next) return
    const ids = next.criteria.map(({ competency }: { competency: string }) => [competency, 3])
    const levels = Object.fromEntries(ids)
    await person.post('/api/practice-items', { challengeId, itemId: next.itemId, levels })
  }
}
