import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { type Page, page } from '../../http/page.ts'
import { type Text, said } from '../../http/say.ts'
import { section } from '../../http/section.ts'
import { skillWords } from '../../scenarios/catalogue/skill-words.ts'
import { skillIds, skills } from '../../skills/skill.ts'
import { type Branch, branches } from './branch-input.ts'
import type { MilitaryAnswer } from './civilian-work.ts'
import { mostTyped } from './find-military-code-input.ts'
import { answerSections } from './answer-sections.ts'
import { branchName } from './code-words.ts'

interface Facts {
  /** What is in the field, as it was typed. */
  typed: string
  branch?: Branch | undefined
  /** `refused`: what was typed cannot be a code. Undefined: nothing was typed. */
  answer?: MilitaryAnswer | 'refused' | undefined
}

/** What civilian work a military code leads to, and the soft skills that this work asks for. */
export function militaryCodePage({ typed, branch, answer }: Facts): Page {
  return page({
    title: said(m.pages_service_title),
    description: said(m.pages_service_description),
    path: '/service',
    indexed: answer === undefined,
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_service_heading)}</h1>
        <p class="lead">${said(m.pages_service_lead)}</p>
        ${form(typed, branch, answer === 'refused')}
      </header>
      ${answer === undefined || answer === 'refused' ? examples() : answerSections(answer)}
      ${eightSkills()}
    </div>`,
  })
}

function form(typed: string, branch: Branch | undefined, isRefused: boolean): Markup {
  const described = isRefused ? 'code-error code-hint' : 'code-hint'
  return html`<form method="get" action="/service" class="stack" data-gap="4">
    <div class="field">
      <label for="code">${said(m.pages_service_code)}</label>
      ${
        isRefused &&
        html`<p class="field-error" id="code-error">
          ${icon('alert')}<span>${said(m.pages_service_refused)}</span>
        </p>`
      }
      <input
        class="input"
        data-size="short"
        id="code"
        name="code"
        value="${typed}"
        maxlength="${mostTyped}"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        required
        aria-describedby="${described}"
        ${isRefused && html`aria-invalid="true"`}
      />
      <p class="hint" id="code-hint">${said(m.pages_service_code_hint)}</p>
    </div>
    <div class="field">
      <label for="branch">${said(m.pages_service_branch)}</label>
      <select class="input" data-size="medium" id="branch" name="branch">
        <option value="">${said(m.pages_service_every_branch)}</option>
        ${branches.map((each) => {
          const chosen = each === branch && html`selected`
          return html`<option value="${each}" ${chosen}>${branchName(each)}</option>`
        })}
      </select>
    </div>
    <div class="actions">
      <button class="button primary button-large">${said(m.pages_service_show)}</button>
    </div>
    <p class="fine">${said(m.pages_service_not_stored)}</p>
  </form>`
}

const exampleCodes: readonly (readonly [code: string, branch: Branch, job: Text])[] = [
  ['11B', 'army', said(m.pages_service_example_infantry)],
  ['HM', 'navy', said(m.pages_service_example_corpsman)],
  ['3531', 'marine-corps', said(m.pages_service_example_driver)],
  ['3P051', 'air-force', said(m.pages_service_example_police)],
]

function examples(): Markup {
  return section({
    id: 'examples',
    title: said(m.pages_service_examples),
    fine: said(m.pages_service_examples_hint),
    body: html`<ul class="points">
      ${exampleCodes.map(
        ([code, branch, job]) =>
          html`<li><a href="/service?code=${code}&branch=${branch}">${code}</a>: ${job}</li>`,
      )}
    </ul>`,
  })
}

function eightSkills(): Markup {
  return section({
    id: 'skills',
    title: said(m.pages_service_skills),
    fine: said(m.pages_service_skills_hint),
    body: html`<ul class="ledger">
      ${skillIds.map(
        (skill) =>
          html`<li>
            <h3><a href="/challenges?skill=${skill}">${skills[skill].name}</a></h3>
            <p class="small soft">${skillWords(skill)}</p>
          </li>`,
      )}
    </ul>`,
  })
}
