import type { Bindings } from '../env.ts'
import { unknownReader } from '../foundation/reader/languages.ts'
import { html } from '../http/html.ts'
import { readState, writeState } from './clock.ts'

const secondsToReload = 3

/** How many of its scenes have been played while the demo is made; undefined before and after. */
export async function findProgress(env: Bindings) {
  const [done, of, isOver] = await Promise.all([
    readState(env, 'scenes-played'),
    readState(env, 'scenes'),
    readState(env, 'seeding-over'),
  ])
  return done === undefined || of === undefined || isOver ? undefined : { done, of }
}

export async function keepProgress(env: Bindings, done: number, of: number): Promise<void> {
  if (done <= 1) await writeState(env, 'scenes', of)
  await writeState(env, 'scenes-played', done)
}

/** Also when it failed: nobody should wait for it. */
export const endProgress = (env: Bindings) => writeState(env, 'seeding-over', 1)

/** Says on the page in `response` how far the demo is. The page loads itself again. */
export function progressSection(
  response: Response,
  { done, of }: { done: number; of: number },
): Response {
  const reload = `<meta http-equiv="refresh" content="${secondsToReload}">`
  const section = html`<section id="demo-progress" class="page stack">
    <h2>The demo is being prepared: ${done} of ${of} scenes</h2>
    <p>You can read the public pages now. This page loads itself again until you can sign in.</p>
  </section>`
  return new HTMLRewriter()
    .on('head', { element: (head) => void head.append(reload, { html: true }) })
    .on('#app', { element: (app) => void app.after(section.for(unknownReader), { html: true }) })
    .transform(response)
}

/**
 * While the clock of the demo is in the past, a change by somebody else would run the demo's notes
 * at the wrong time.
 */
export const notWhilePreparing = () =>
  Response.json({ title: 'The demo is being prepared. Try again in a minute.' }, { status: 503 })
