import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'
import { credentialHead } from './credential-head.ts'
import { type PublicCredential, standingOf } from './find-public-credential.ts'
import { asLevel, levelWord } from './level-bar.ts'
import { pilotNotice } from './notice.ts'
import { reachedLevels } from './reached-levels.ts'
import { rubricSection } from './rubric-section.ts'
import { trustSection } from './trust-section.ts'
import { trustLines } from './trust-lines.ts'

/** The public page of a badge: what it says, what was judged, and how far one can trust it. */
export function credentialPage(
  credential: PublicCredential,
  now: Date,
  { isPilot = false } = {},
): Page {
  const { document } = credential
  return page({
    ...headOf(credential, now),
    body: html`<article class="page stack" data-gap="6">
      ${isPilot && pilotNotice()} ${credentialHead(credential, now)}
      ${rubricSection({
        reached: reachedLevels(document),
        work: document.evidence[0].description,
        achievementAddress: document.credentialSubject.achievement.id,
      })}
      ${trustSection(trustLines(credential, now), document.id)} ${takeSection(credential)}
    </article>`,
  })
}

/**
 * Title and tags for search engines and link previews. A revoked badge gets no description, and an
 * expired one says that it has expired.
 */
function headOf(credential: PublicCredential, now: Date) {
  const { document, skill, level, origin, listed } = credential
  const issuer = document.issuer.name
  const subject = { skill: document.credentialSubject.achievement.name, issuer }
  const file = html`<link rel="alternate" type="application/vc" href="${document.id}.json" />`
  const standing = standingOf(credential, now)
  if (standing === 'revoked') {
    return { title: said(m.badges_title_revoked, subject), indexed: false, head: file }
  }
  const facts = { ...subject, level: levelWord(asLevel(level)) }
  const isExpired = standing === 'expired'
  const title = isExpired ? said(m.badges_title_expired, facts) : said(m.badges_title, facts)
  const description = isExpired
    ? said(m.badges_description_expired, facts)
    : said(m.badges_description, facts)
  const head = html`<meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${document.id}" />
    <meta property="og:image" content="${origin}/badges/${skill}-${level}-share.png" />
    ${file}`
  return { title, description, indexed: listed, head }
}

/** The badge as files: the signed document, and pictures that hold nothing about the person. */
function takeSection({ document, skill, level }: PublicCredential): Markup {
  const picture = `/badges/${skill}-${level}`
  const address = document.id.replace(/^https?:\/\//, '')
  return html`<section class="section" aria-labelledby="take">
    <div class="section-head">
      <h2 id="take">${said(m.badges_take)}</h2>
      <p class="fine">${said(m.badges_take_hint)}</p>
    </div>
    <div class="section-body stack" data-gap="3">
      <p class="narrow">${said(m.badges_this_page)} <span class="mono small">${address}</span></p>
      <div class="actions screen-only">
        <a class="button" href="${document.id}.json" download>${said(m.badges_file)}</a>
        <a class="button" href="${picture}.svg" download>${said(m.badges_picture_svg)}</a>
        <a class="button" href="${picture}.png" download>${said(m.badges_picture_png)}</a>
      </div>
    </div>
  </section>`
}
