import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { type Text, said } from '../../http/say.ts'
import { facts, points } from '../../http/section.ts'
import type { TopicFacts } from '../../insights/personal/topics.ts'
import { termLines } from './term-words.ts'
import { topicWords } from './topic-words.ts'

/**
 * A topic in one line that opens. Inside: what is kept, why, how long, who sees it, and what an
 * erasure deletes and leaves.
 */
export function topicFold(topic: TopicFacts): Markup {
  const { title, what, why, who } = topicWords[topic.topic]
  return fold(
    said(title),
    facts([
      [said(m.privacy_title_what), said(what)],
      [said(m.privacy_title_why), said(why)],
      [said(m.privacy_title_long), lines(termLines(topic))],
      [said(m.privacy_title_who), said(who)],
      [said(m.privacy_title_erased), lines(erasedLines(topic))],
    ]),
  )
}

/** What an erasure deletes of a topic, and what it leaves. */
export function erasedLines({ topic, erased }: TopicFacts): Text[] {
  const { stays } = topicWords[topic]
  if (!stays) return [said(m.privacy_erased_all)]
  return [said(stays), ...(erased.deletes ? [said(m.privacy_erased_rest)] : [])]
}

/** A line that opens. */
export function fold(title: Text, body: Markup): Markup {
  return html`<details class="fold">
    <summary>
      <span>${title}</span>
      ${icon('down')}
    </summary>
    <div class="fold-body stack">${body}</div>
  </details>`
}

/** One sentence as a paragraph, several as a list. */
export function lines(all: readonly Text[]): Markup {
  return all.length > 1 ? points(all) : html`${all.map((line) => html`<p>${line}</p>`)}`
}
