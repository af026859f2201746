import * as m from '../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../http/html.ts'
import { page } from '../http/page.ts'
import { credentialHead } from './credential-head.ts'
import { type PublicCredential, standingOf } from './find-public-credential.ts'
import { asLevel, levelWord } from './level-bar.ts'
import { reachedLevels } from './reached-levels.ts'
import { rubricFolio } from './rubric-folio.ts'
import { trustFolio } from './trust-folio.ts'
import { trustLines } from './trust-lines.ts'

const english = { locale: 'en' } as const

/** A badge as anybody may see it: what it says, what was judged, and how far to believe it. */
export function credentialPage(credential: PublicCredential, now: Date): string {
  const { document } = credential
  return page({
    ...headOf(credential, now),
    body: html`<article class="page stack" data-gap="6">
      ${credentialHead(credential, now)}
      ${rubricFolio({
        reached: reachedLevels(document),
        work: document.evidence[0].description,
        achievementAddress: document.credentialSubject.achievement.id,
      })}
      ${trustFolio(trustLines(credential, now), document.id)} ${takeFolio(credential)}
    </article>`,
  })
}

/**
 * What machines read of the page: search engines, link previews. A revoked badge is not praised to
 * them, and an expired one says so.
 */
function headOf(credential: PublicCredential, now: Date) {
  const { document, skill, level, origin, listed } = credential
  const issuer = document.issuer.name
  const subject = { skill: document.credentialSubject.achievement.name, issuer }
  const file = html`<link rel="alternate" type="application/vc" href="${document.id}.json" />`
  const standing = standingOf(credential, now)
  if (standing === 'revoked') {
    return { title: m.badges_title_revoked(subject, english), indexed: false, head: file }
  }
  const facts = { ...subject, level: levelWord(asLevel(level)) }
  const isExpired = standing === 'expired'
  const title = isExpired ? m.badges_title_expired(facts, english) : m.badges_title(facts, english)
  const description = isExpired
    ? m.badges_description_expired(facts, english)
    : m.badges_description(facts, english)
  const head = html`<meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${document.id}" />
    <meta property="og:image" content="${origin}/badges/${skill}-${level}-share.png" />
    ${file}`
  return { title, description, indexed: listed, head }
}

/** The badge as files: signed, and as a picture that carries nothing of a person. */
function takeFolio({ document, skill, level }: PublicCredential): Markup {
  const picture = `/badges/${skill}-${level}`
  const address = document.id.replace(/^https?:\/\//, '')
  return html`<section class="folio" aria-labelledby="take">
    <div class="folio-head">
      <h2 id="take">${m.badges_take({}, english)}</h2>
      <p class="fine">${m.badges_take_hint({}, english)}</p>
    </div>
    <div class="folio-body stack" data-gap="3">
      <p class="narrow">
        ${m.badges_this_page({}, english)} <span class="mono small">${address}</span>
      </p>
      <div class="actions screen-only">
        <a class="button" href="${document.id}.json" download>${m.badges_file({}, english)}</a>
        <a class="button" href="${picture}.svg" download>${m.badges_picture_svg({}, english)}</a>
        <a class="button" href="${picture}.png" download>${m.badges_picture_png({}, english)}</a>
      </div>
    </div>
  </section>`
}
