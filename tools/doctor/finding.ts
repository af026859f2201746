/** What the doctor found: whether somebody must act, what it is, and what to do. */
export interface Finding {
  isGood: boolean
  text: string
  cure?: string
}

export const good = (text: string): Finding => ({ isGood: true, text })
export const bad = (text: string, cure: string): Finding => ({ isGood: false, text, cure })

export const days = (milliseconds: number) => Math.floor(milliseconds / 86_400_000)
export const hours = (milliseconds: number) => Math.floor(milliseconds / 3_600_000)
