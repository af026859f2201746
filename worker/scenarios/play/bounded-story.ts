import { Story } from 'inkjs'

/** Compiled ink, as JSON: `{ inkVersion, root, listDefs }`. */
export type CompiledInk = Record<string, unknown>

/** The story took more steps, or produced more text, than one turn may. */
export class StoryStopped extends Error {}

export interface StoryLine {
  text: string
  tags: string[]
}

const maxSteps = 2_000
const maxLetters = 8_000

/**
 * ink has no step limit, and a Worker's clock does not advance while it computes, so steps are
 * counted.
 */
export class BoundedStory extends Story {
  // Declared, not initialised: Story's constructor takes steps before our fields exist.
  declare private taken: number | undefined

  constructor(compiled: CompiledInk) {
    super(compiled)
    // ink draws the seed at random, but a replay of the recorded turns must give the same bytes.
    this.state.storySeed = 0
  }

  override Step(): void {
    this.taken = (this.taken ?? 0) + 1
    if (this.taken > maxSteps) throw new StoryStopped('steps')
    super.Step()
  }

  /** One turn: the text until the next choice, with the tags of each line and choice. */
  advance(): { lines: StoryLine[]; choices: StoryLine[] } {
    this.taken = 0
    let letters = 0
    const lines: StoryLine[] = []
    while (this.canContinue) {
      const text = this.Continue() ?? ''
      letters += text.length
      if (letters > maxLetters) throw new StoryStopped('letters')
      lines.push({ text, tags: this.currentTags ?? [] })
    }
    const choices = this.currentChoices.map(({ text, tags }) => ({ text, tags: tags ?? [] }))
    return { lines, choices }
  }
}
