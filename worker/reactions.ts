import type { Reactions } from './foundation/drain.ts'
import { mailCode } from './notifications/mail-code.ts'
import { mailInvitation } from './organizations/mail-invitation.ts'
import { tellEmployer } from './organizations/tell-employer.ts'

/** Who answers which note. The only file that sees every room: a lower one never calls a higher one. */
export const reactions: Reactions = {
  'sign-in.code': { mail: mailCode },
  'invitation.made': { mail: mailInvitation },
  'employer.approved': { tell: tellEmployer },
  'employer.declined': { tell: tellEmployer },
}
