import { BoundedStory, type CompiledInk, StoryStopped } from './bounded-story.ts'
import { type Screen, screenOf, valueOf } from './screen.ts'

export type TurnKind = 'choice' | 'answer' | 'back'

/** What a student does: takes a choice, has answered a prompt, goes back to a passage. */
export interface Turn {
  kind: TurnKind
  id: string
}

/**
 * One student's path through a story, replayed from the recorded turns. The same turns always give
 * the same screens and the same ink state, byte for byte. Throws StoryStopped if a turn takes too
 * many steps or gives too much text.
 */
export class Playthrough {
  /** From the opening to the current screen. Going back removes screens. */
  screens: Screen[] = []
  /** The turns that still count: `path[i]` leads from `screens[i]` to `screens[i + 1]`. */
  path: Turn[] = []
  #compiled: CompiledInk
  #story: BoundedStory

  constructor(compiled: CompiledInk, turns: readonly Turn[] = []) {
    this.#compiled = compiled
    this.#story = new BoundedStory(compiled)
    this.#begin(this.#story)
    for (const turn of turns) this.take(turn)
  }

  get screen(): Screen {
    const last = this.screens.at(-1)
    if (!last) throw new Error('A story begins with a screen.')
    return last
  }

  /** ink's own state after the last turn, as it is stored in the turn's row. */
  get inkState(): string {
    return this.#story.state.ToJson()
  }

  /**
   * Passages before the current one to which the student can go back, oldest first: from the last
   * one marked `final`, because nobody goes back past it, or all if none is marked.
   */
  get earlier(): string[] {
    const from = this.screens.findLastIndex(({ final }) => final)
    return this.screens.slice(Math.max(0, from), -1).map(({ passageId }) => passageId)
  }

  /**
   * Whether the next step may lead to a `final` screen. Looks one step ahead, in a second story.
   */
  get leadsToFinal(): boolean {
    const ahead = new BoundedStory(this.#compiled)
    const state = this.inkState
    return this.#story.currentChoices.some((_, index) => {
      ahead.state.LoadJson(state)
      ahead.ChooseChoiceIndex(index)
      return isFinalNext(ahead)
    })
  }

  offers({ kind, id }: Turn): boolean {
    if (kind === 'back') return this.earlier.includes(id)
    if (kind === 'answer') return this.screen.promptId === id
    return this.screen.choices.some((choice) => choice.id === id)
  }

  /** Takes a turn. Check `offers` first: a turn that is not offered is a bug here. */
  take(turn: Turn): void {
    if (!this.offers(turn)) throw new Error('This turn is not on offer.')
    if (turn.kind === 'back') this.#goBack(turn.id)
    else this.#go(turn)
  }

  #begin(story: BoundedStory) {
    const { lines, choices } = story.advance()
    this.screens = [screenOf(lines, choices)]
    this.path = []
  }

  #go(turn: Turn) {
    const tag = turn.kind === 'answer' ? 'answered' : 'choice'
    const choices = this.#story.currentChoices
    this.#story.ChooseChoiceIndex(
      choices.findIndex(({ tags }) => valueOf(tags ?? [], tag) === turn.id),
    )
    const { lines, choices: next } = this.#story.advance()
    this.screens.push(screenOf(lines, next))
    this.path.push(turn)
  }

  /** Replays the story from the start, so that the state is exactly what it was at this passage. */
  #goBack(passageId: string) {
    const at = this.screens.slice(0, -1).findLastIndex((screen) => screen.passageId === passageId)
    const kept = this.path.slice(0, at)
    this.#story = new BoundedStory(this.#compiled)
    this.#begin(this.#story)
    for (const turn of kept) this.#go(turn)
  }
}

/**
 * Whether the next screen would be `final`. A step that stops the story counts as not final: it is
 * refused when the student takes it.
 */
function isFinalNext(ahead: BoundedStory): boolean {
  try {
    return screenOf(ahead.advance().lines, []).final
  } catch (error) {
    if (error instanceof StoryStopped) return false
    throw error
  }
}
