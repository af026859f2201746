import * as m from '../../web/paraglide/messages/_index.js'
import { said } from './say.ts'
import { type Markup, html } from './html.ts'

const words = {
  1: m.shell_level_1,
  2: m.shell_level_2,
  3: m.shell_level_3,
  4: m.shell_level_4,
}

/** A level as filled segments and a word, so that it can be read without its colour. */
export function levelBar(level: keyof typeof words, numbered = false): Markup {
  return html`<span class="level" data-level="${level}"
    ><span class="level-bar" aria-hidden="true"><i></i><i></i><i></i><i></i></span
    ><span>${numbered && `${level} `}${said(words[level])}</span></span
  >`
}
