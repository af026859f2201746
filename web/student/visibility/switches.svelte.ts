import { tick } from 'svelte'

import { alike } from '../../lib/draft/alike.ts'
import { useToasts } from '../../lib/page/context.ts'
import { listed } from '../../lib/format/figures.ts'
import { Form } from '../../lib/form/form.svelte.ts'
import { m } from '../../paraglide/messages.js'
import { useEnding, useGranting, useNarrowing, type VisibilityPage } from '../visibility.ts'
import { fieldsOf, remainingOf, typedOf, type Typed } from './fields.ts'
import { addedIn } from './switched-on.ts'
import { gapsIn } from './gaps.ts'
import { switchWords } from '../visibility-words.ts'

/** The form's switches, compared with what is on at the server. */
export function useSwitches(page: () => VisibilityPage) {
  const toasts = useToasts()
  const [granting, narrowing, ending] = [useGranting(), useNarrowing(), useEnding()]
  const form = new Form()
  let typed = $state<Typed>(typedOf(page()))
  let isNew = $state(false)
  let asksLast = $state(false)

  const fields = $derived(fieldsOf(typed))
  const added = $derived(addedIn(page().on ? page().fields : { credentials: [] }, fields))
  const live = $derived(page().on && alike(fields, page().fields))
  /** Whether something is off here and still on at the server. */
  const isBehind = $derived(page().on && !alike(remainingOf(page().fields, typed), page().fields))

  /**
   * What is switched off is removed at once, without a button or a new consent. Only the last badge
   * is asked for first, because more than the badge goes with it.
   */
  async function takeAway(): Promise<void> {
    // oxlint-disable-next-line no-unmodified-loop-condition -- derived: each save changes it
    while (isBehind) {
      const { fields: before, version, badges } = page()
      const remaining = remainingOf(before, typed)
      if (remaining.credentials.length === 0) {
        asksLast = true
        return
      }
      if (!(await narrowing.run({ version, fields: remaining }))) return
      const gone = addedIn(remaining, before).map((name) => switchWords(name, badges))
      if (gone.length > 0) toasts.say(m.visibility_hidden_now({ what: listed(gone) }))
      else toasts.say(m.visibility_saved(), undoTo(before))
    }
  }

  async function endAll(): Promise<void> {
    if (await ending.run(m.visibility_was_last())) asksLast = false
  }

  function keepLast(): void {
    if (!page().on) return
    for (const badge of typed.badges) {
      const { credentials } = page().fields
      if (credentials.some((shown) => shown.credentialId === badge.credentialId)) badge.on = true
    }
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { on, version, consentText, badges, fields: before } = page()
    if (!form.accepts(() => gapsIn(typed, badges))) return
    if (on && added.length === 0) {
      if (!(await narrowing.run({ version, fields }))) return
      // If something was also removed, an undo would show more again, which needs consent.
      const undo = addedIn(fields, before).length === 0 ? undoTo(before) : undefined
      return toasts.say(m.visibility_saved(), undo)
    }
    const { hash: textHash } = consentText
    const ticked = typed.badges.filter((badge) => badge.on && badge.listedToo)
    const listedToo = ticked.map(({ credentialId }) => credentialId)
    const more = listedToo.length > 0 ? { listedToo } : {}
    if (!(await granting.run({ version, textHash, fields, ...more }))) return
    isNew = true
    await tick()
    const heading = document.getElementById('now')
    if (heading) heading.tabIndex = -1
    heading?.focus()
  }

  function undoTo(before: VisibilityPage['fields']) {
    return () => {
      typed = typedOf({ ...page(), fields: before })
      void narrowing.run({ version: page().version, fields: before })
    }
  }

  return {
    form,
    granting,
    narrowing,
    ending,
    takeAway,
    endAll,
    keepLast,
    submit,
    get asksLast() {
      return asksLast
    },
    set asksLast(asks) {
      asksLast = asks
    },
    get typed() {
      return typed
    },
    set typed(next) {
      typed = next
    },
    get isNew() {
      return isNew
    },
    get fields() {
      return fields
    },
    get added() {
      return added
    },
    get live() {
      return live
    },
    get isBehind() {
      return isBehind
    },
  }
}
