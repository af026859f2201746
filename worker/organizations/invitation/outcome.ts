import type { Invited } from './find-invited.ts'

/**
 * The outcome of inviting an address. `invited`: a new invitation with its mail. `not-mailed`: a
 * new invitation without a mail, because the address refuses mails or got one in the last 24 hours.
 * `sent-again`: the live invitation is mailed again. `already-invited`, `already-member`: nothing
 * was done.
 */
export type InvitationOutcome =
  | 'invited'
  | 'not-mailed'
  | 'sent-again'
  | 'already-invited'
  | 'already-member'

const dayMs = 86_400_000

/**
 * Decides what inviting an address does. An organization mails an address at most once in 24 hours,
 * even if it withdraws the invitation and invites again.
 */
export function invitationOutcome(
  { live_id, mailed_at, refuses_mail, is_member, is_same_role }: Omit<Invited, 'email_index'>,
  now: Date,
): InvitationOutcome {
  if (is_member === 1) return 'already-member'
  const mayMail = refuses_mail === 0 && (mailed_at ?? 0) <= now.getTime() - dayMs
  if (live_id === null) return mayMail ? 'invited' : 'not-mailed'
  // An invitation to another role says that role: it has to be cancelled first.
  return mayMail && is_same_role === 1 ? 'sent-again' : 'already-invited'
}
