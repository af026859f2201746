import type { Invited } from './find-invited.ts'

/**
 * What inviting an address comes to: a new invitation and its mail; a new one without a mail, because
 * the address refuses them or had one today; the open one mailed once more; nothing, because it had
 * one or its owner has that role already.
 */
export type InvitationOutcome =
  | 'invited'
  | 'not-mailed'
  | 'sent-again'
  | 'already-invited'
  | 'already-member'

const dayMs = 86_400_000

/** One mail a day from an organization to an address, however often it invites, withdraws and invites. */
export function invitationOutcome(
  { live_id, mailed_at, refuses_mail, is_member }: Omit<Invited, 'email_index'>,
  now: Date,
): InvitationOutcome {
  if (is_member === 1) return 'already-member'
  const mayMail = refuses_mail === 0 && (mailed_at ?? 0) <= now.getTime() - dayMs
  if (live_id === null) return mayMail ? 'invited' : 'not-mailed'
  return mayMail ? 'sent-again' : 'already-invited'
}
