import * as m from '../../web/paraglide/messages/_index.js'
import { type Markup, html } from './html.ts'
import { icon } from './icon.ts'
import { type MenuOwner, type MenuPath, liesUnder, menuOf } from './menu.ts'
import { type Plain, type Text, said } from './say.ts'

const words: Record<MenuPath, Plain> = {
  '/home': m.shell_nav_home,
  '/challenges': m.shell_nav_challenges,
  '/how-it-works': m.shell_nav_how,
  '/for-employers': m.shell_nav_employers,
  '/reviews': m.shell_nav_reviews,
  '/badges': m.shell_nav_badges,
  '/visibility': m.shell_nav_visibility,
  '/interviews': m.shell_nav_interviews,
  '/coaching': m.shell_nav_coaching,
  '/openings': m.shell_nav_openings,
  '/cohorts': m.shell_nav_cohorts,
  '/people': m.shell_nav_people,
  '/approvals': m.shell_nav_approvals,
  '/operations': m.shell_nav_operations,
  '/audit-trail': m.shell_nav_audit_trail,
}

/**
 * The head of a page without script. It must look like the app's,
 * `web/account/shell/Masthead.svelte`.
 */
export function masthead(path: string, owner: MenuOwner | undefined): Markup {
  return html`<header class="masthead">
    <a class="brand" href="${owner ? '/home' : '/'}"
      ><svg viewBox="0 0 32 24" aria-hidden="true">
        <path class="brand-1" d="M2 22V2l4.6 4.2V22z" />
        <path class="brand-2" d="m7.8 7.3 7.6 7v6.2l-7.6-7z" />
        <path class="brand-3" d="m24.2 7.3-7.6 7v6.2l7.6-7z" />
        <path class="brand-4" d="M30 22V2l-4.6 4.2V22z" /></svg
      >Mettle</a
    >
    <nav aria-label="${said(m.shell_nav)}">
      <ul>
        ${menuOf(owner && owner.acting).map(
          (href) =>
            html`<li><a href="${href}" ${current(path, href)}>${said(words[href])}</a></li>`,
        )}
      </ul>
    </nav>
    ${
      owner
        ? html`<a class="button quiet button-small account" href="/settings"
            >${icon('person')}<span>${owner.name}</span></a
          >`
        : html`<a class="button button-small" href="/sign-in">${said(m.shell_sign_in)}</a>`
    }
  </header>`
}

const current = (path: string, href: string) => liesUnder(path, href) && html`aria-current="page"`

export function footer(): Markup {
  const links: [string, Text][] = [
    ['/how-it-works', said(m.shell_nav_how)],
    ['/for-mentors', said(m.shell_nav_mentors)],
    ['/privacy', said(m.shell_nav_privacy)],
    ['/accessibility', said(m.shell_nav_accessibility)],
    ['/problems', said(m.shell_nav_problems)],
  ]
  return html`<footer class="footer">
    <p>${said(m.shell_footer)}</p>
    ${links.map(([address, text]) => html`<a href="${address}">${text}</a>`)}
  </footer>`
}
