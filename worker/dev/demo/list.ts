import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { addDemoPerson } from '../demo-people.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'

/**
 * Lists the demo people on /sign-in, in the order of the story, each with the page where they
 * continue.
 */
export async function listDemoPeople(env: Bindings, stage: Stage, demo: Demo): Promise<void> {
  const { students, mentors, admins, recruiters } = demo.people
  const listed = [...students, ...mentors, ...admins, ...recruiters].filter(({ place }) => place)
  await databaseOf(env).batch([
    // The seed's own sessions must not show up as people's devices.
    databaseOf(env)
      .prepare('DELETE FROM sessions WHERE created_at <= ?')
      .bind(stage.seededAt.getTime()),
    ...(await Promise.all(
      listed.map(({ id, email, place = 0, who = '', what = '', path = '/home' }) => {
        const person = { email, who, what, path: pathOf(stage, demo, { id, email, path }) }
        return addDemoPerson(env, place, person)
      }),
    )),
  ])
}

interface Listed {
  id: string
  email: string
  path: string
}

function pathOf(stage: Stage, { attempts, hiring }: Demo, { id, email, path }: Listed): string {
  const attempt = attempts.findLast(({ student }) => student === id)
  const request = hiring.interviewRequests.find(({ student }) => student === id)
  return path
    .replace('{invitation}', stage.invitations.get(email) ?? '')
    .replace('{attempt}', stage.attemptIds.get(`${id} ${attempt?.challenge}`) ?? '')
    .replace('{request}', stage.requestIds.get(request?.id ?? '') ?? '')
}

/** An invitation works once, so somebody who has accepted it continues at home. */
export function whereToGoOn(path: string, isMember: boolean): string {
  return isMember && path.startsWith('/invitations/') ? '/home' : path
}
