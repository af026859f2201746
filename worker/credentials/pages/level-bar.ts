import * as m from '../../../web/paraglide/messages/_index.js'
import { type Said, said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import { type Level, levelNames } from '../achievement/achievement.ts'

const words: Record<Level, Said> = {
  1: said(m.badges_level_1),
  2: said(m.badges_level_2),
  3: said(m.badges_level_3),
  4: said(m.badges_level_4),
}

/** The word for a level: “proficient”. */
export function levelWord(level: Level): Said {
  return words[level]
}

/** Reads a level from a document: a number from 1 to 4. */
export function asLevel(text: string | number): Level {
  const level = Number(text)
  const known = ([1, 2, 3, 4] as const).find((one) => one === level)
  if (!known) throw new Error(`There is no level ${text} among ${Object.keys(levelNames).join()}.`)
  return known
}

/** Shows the level by count, word and colour, in this order of importance. */
export function levelBar(level: Level): Markup {
  const bar = html`<span class="level-bar" aria-hidden="true"><i></i><i></i><i></i><i></i></span>`
  return html`<span class="level" data-level="${level}"
    >${bar}<span>${levelWord(level)}</span></span
  >`
}
