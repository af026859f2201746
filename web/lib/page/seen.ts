const key = 'mettle seen'
const most = 50

/** Remembers on this device what somebody has opened, by id: only to say what is new. */
export const seen = {
  has: (id: string): boolean => read().includes(id),
  add: (id: string): void => {
    try {
      const ids = [id, ...read().filter((other) => other !== id)].slice(0, most)
      localStorage.setItem(key, JSON.stringify(ids))
    } catch {
      // Storage refused: it stays new.
    }
  },
}

function read(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
