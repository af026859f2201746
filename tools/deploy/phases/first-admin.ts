import { firstAdminToken, linkText } from '../../setup/first-admin.mjs'
import type { Run } from '../run.ts'
import { Stopped } from '../stopped.ts'

/** Prints the link for the first admin: once, if there is no admin and no link that still works. */
export function inviteFirstAdmin(run: Run): void {
  const now = Date.now()
  const [found] = run.query<{ admins: number; expires: number | null }>(`SELECT
    (SELECT count(*) FROM memberships WHERE role = 'admin') AS admins,
    (SELECT max(expires_at) FROM setup_tokens WHERE used_at IS NULL AND expires_at > ${now}) AS expires`)
  if (!found) throw new Stopped('The database did not say whether there is an admin.')
  if (found.admins > 0) return run.say('There is an admin.')
  if (found.expires) {
    run.say(`A link was made before. It works until ${new Date(found.expires).toISOString()}.`)
    return run.say('If it is lost, make another: npm run setup -- --remote')
  }
  const { token, hash, sql } = firstAdminToken(now)
  const rows = run.query<{ token_hash: string }>(sql)
  if (rows[0]?.token_hash !== hash) return run.say('There is an admin.')
  return run.place.say(linkText(run.answers.origin, token))
}
