import { closeAttempts } from './attempts/close-attempts.ts'
import { awardCredential } from './credentials/award-credential.ts'
import { signCredential } from './credentials/sign-credential.ts'
import { signStatusListOf } from './credentials/sign-status-list.ts'
import { tellHolder } from './credentials/tell-holder.ts'
import type { Reactions } from './foundation/drain.ts'
import { deliverRequest } from './interviews/deliver-request.ts'
import { endUnavailable } from './interviews/end-unavailable.ts'
import { expireRequest, lapseRequest } from './interviews/end-unanswered.ts'
import { tellRequest } from './interviews/tell-request.ts'
import { mailCode } from './notifications/mail-code.ts'
import { mailInvitation } from './organizations/mail-invitation.ts'
import { tellApprovalEnd } from './organizations/tell-approval-end.ts'
import { tellEmployer } from './organizations/tell-employer.ts'
import { tellEndedMembership } from './organizations/tell-ended-membership.ts'
import { tellOperator } from './organizations/tell-operator.ts'
import { openPlaces } from './reviews/open-places.ts'
import { releaseMember } from './reviews/release-member.ts'
import { tellAboutWork } from './reviews/tell-about-work.ts'
import { estimateSubmission } from './scoring/estimate-submission.ts'
import { tellResult } from './scoring/tell-result.ts'
import { dropEndedCredential } from './talent/drop-ended-credential.ts'
import { endExpiredVisibility } from './talent/end-visibility.ts'
import { tellOfOpening } from './talent/tell-of-opening.ts'
import { tellStudent } from './talent/tell-student.ts'

/** Who answers which note. The only file that sees every room: a lower one never calls a higher one. */
export const reactions: Reactions = {
  'sign-in.code': { mail: mailCode },
  'invitation.made': { mail: mailInvitation },
  'employer.approved': { tell: tellEmployer },
  'employer.declined': { tell: tellEmployer },
  'employer.change-waiting': { tell: tellOperator },
  'employer.change-approved': { tell: tellEmployer },
  'employer.change-declined': { tell: tellEmployer },
  'employer.approval-ending': { tell: tellApprovalEnd },
  'employer.approval-ended': { tell: tellApprovalEnd },
  'membership.ended': {
    tell: tellEndedMembership,
    attempts: closeAttempts,
    reviews: releaseMember,
  },
  'attempt.submitted': { places: openPlaces },
  'review.settled': { score: estimateSubmission },
  'review.owed': { tell: tellAboutWork },
  'mentor-place.waiting': { tell: tellAboutWork },
  'promise.near': { tell: tellAboutWork },
  'promise.missed': { tell: tellAboutWork },
  'answer.distressing': { tell: tellAboutWork },
  'decision.made': { tell: tellResult, award: awardCredential },
  'credential.prepared': { sign: signCredential },
  'credential.issued': { tell: tellHolder },
  'credential.ended': { list: signStatusListOf, talent: dropEndedCredential, tell: tellHolder },
  'credential.expired': { talent: dropEndedCredential, tell: tellHolder },
  'visibility.changed': { tell: tellStudent, interviews: endUnavailable },
  'visibility.expiring': { tell: tellStudent },
  'visibility.expired': { end: endExpiredVisibility },
  'visibility.paused': { tell: tellStudent },
  'opening.approved': { tell: tellOfOpening },
  'opening.declined': { tell: tellOfOpening },
  'interview.delivery': { deliver: deliverRequest },
  'interview.expiry': { expire: expireRequest },
  'interview.lapse': { lapse: lapseRequest },
  'interview.delivered': { tell: tellRequest },
  'interview.reminder': { tell: tellRequest },
  'interview.returned': { tell: tellRequest },
  'interview.answered': { tell: tellRequest },
  'interview.withdrawn': { tell: tellRequest },
  'interview.expired': { tell: tellRequest },
  'interview.lapsed': { tell: tellRequest },
}
