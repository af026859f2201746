import * as m from '../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../http/html.ts'
import { page } from '../http/page.ts'
import { asLevel, levelWord } from './level-bar.ts'
import { credentialHead } from './credential-head.ts'
import type { PublicCredential } from './find-public-credential.ts'
import { reachedLevels } from './reached-levels.ts'
import { rubricFolio } from './rubric-folio.ts'
import { trustFolio } from './trust-folio.ts'
import { trustLines } from './trust-lines.ts'

const english = { locale: 'en' } as const

/** A badge as anybody may see it: what it says, what was judged, and how far to believe it. */
export function credentialPage(credential: PublicCredential, now: Date): string {
  const { document, skill, level, origin, listed } = credential
  const { name } = document.credentialSubject.achievement
  const facts = {
    skill: name,
    level: levelWord(asLevel(level)),
    issuer: document.issuer.name,
  }
  const title = m.badges_title(facts, english)
  const description = m.badges_description(facts, english)
  return page({
    title,
    description,
    indexed: listed,
    head: html`<meta property="og:title" content="${title}" />
      <meta property="og:description" content="${description}" />
      <meta property="og:url" content="${document.id}" />
      <meta property="og:image" content="${origin}/badges/${skill}-${level}-share.png" />
      <link rel="alternate" type="application/vc" href="${document.id}.json" />`,
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
