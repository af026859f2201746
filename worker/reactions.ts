import { closeAttempts } from './attempts/attempt/close-attempts.ts'
import { awardCredential } from './credentials/award/award-credential.ts'
import { signCredential } from './credentials/signature/sign-credential.ts'
import { signStatusListOf } from './credentials/signature/sign-status-list.ts'
import { tellHolder } from './credentials/award/tell-holder.ts'
import type { Reactions } from './foundation/outbox/note.ts'
import { destroyAccountKey } from './insights/erasure/destroy-key.ts'
import {
  cancelOfErased,
  cancelWithoutConsent,
} from './interviews/request/cancel-without-consent.ts'
import { deliverRequest } from './interviews/request/deliver-request.ts'
import { endUnavailable } from './interviews/request/end-unavailable.ts'
import { expireRequest, lapseRequest } from './interviews/request/end-unanswered.ts'
import { holdByClock } from './interviews/outcome/hold-interview.ts'
import { tellStaffAboutDay, tellStudentAboutDay } from './interviews/calendar/tell-about-day.ts'
import {
  tellStaffOfInterview,
  tellStudentOfInterview,
} from './interviews/calendar/tell-of-interview.ts'
import { tellStaffOfRequest } from './interviews/calendar/tell-staff-of-request.ts'
import { tellStudentOfRequest } from './interviews/calendar/tell-student-of-request.ts'
import { tellIdle } from './insights/idle/tell-idle.ts'
import { mailErasure, mailErasureUndone } from './notifications/mail-erasure.ts'
import { mailCode } from './notifications/mail-code.ts'
import { mailInvitation } from './organizations/invitation/mail-invitation.ts'
import { tellAdmission } from './organizations/admission/tell-admission.ts'
import { tellApprovalEnd } from './organizations/employer/tell-approval-end.ts'
import { tellEmployer } from './organizations/employer/tell-employer.ts'
import { tellEndedMembership } from './organizations/people/tell-ended-membership.ts'
import { tellOperator } from './organizations/operation/tell-operator.ts'
import { keepPublicItems } from './reviews/calibration/keep-public-items.ts'
import { requestReviews } from './reviews/promise/request-reviews.ts'
import { releaseMember } from './reviews/claim/release-member.ts'
import { tellAdminsAboutWork } from './reviews/promise/tell-admins-about-work.ts'
import { tellAuthorAboutWork } from './reviews/promise/tell-author-about-work.ts'
import { tellMentorTime } from './reviews/promise/tell-mentor-time.ts'
import { tellWorry } from './reviews/promise/tell-worry.ts'
import { tellStaffAboutWork } from './reviews/promise/tell-staff-about-work.ts'
import { tellSharing } from './reviews/sharing/tell-sharing.ts'
import { closeExhausted } from './scoring/estimate/close-exhausted.ts'
import { estimateAgain } from './scoring/reviewer/estimate-again.ts'
import { tellAdminsAboutMentor } from './scoring/reviewer/tell-admins-about-mentor.ts'
import { freezePriors } from './scoring/version/freeze-priors.ts'
import { settleReview } from './scoring/settle-review.ts'
import { tellOpenedResult } from './scoring/delay/tell-opened-result.ts'
import { tellResult } from './scoring/result/tell-result.ts'
import { dropEndedCredential } from './talent/visibility/drop-ended-credential.ts'
import { endExpiredVisibility } from './talent/visibility/end-visibility.ts'
import { tellOfOpening } from './talent/opening/tell-of-opening.ts'
import { tellStudent } from './talent/visibility/tell-student.ts'

/**
 * Which functions handle which note. A room may not import a later room: it writes a note, and this
 * file, outside the rooms, names the functions of other rooms that handle it. Kinds and consumers
 * are declared in `foundation/outbox/note-kinds.ts`. Each consumer is retried on its own.
 */
export const reactions = {
  'sign-in.code': { mail: mailCode },
  'sign-in.long-code': { mail: mailCode },
  'erasure.asked': { mail: mailErasure, interviews: cancelOfErased, requests: endUnavailable },
  'erasure.undone': { mail: mailErasureUndone },
  'account.erased': { vault: destroyAccountKey },
  'invitation.made': { mail: mailInvitation },
  'employer.applied': { operator: tellOperator },
  'employer.approved': { tell: tellEmployer },
  'employer.declined': { tell: tellEmployer },
  'admission.asked': { tell: tellAdmission },
  'admission.decided': { tell: tellAdmission },
  'employer.change-waiting': { operator: tellOperator },
  'employer.change-approved': { tell: tellEmployer },
  'employer.change-declined': { tell: tellEmployer },
  'employer.approval-ending': { tell: tellApprovalEnd },
  'employer.approval-ended': { tell: tellApprovalEnd },
  'membership.ended': {
    tell: tellEndedMembership,
    attempts: closeAttempts,
    reviews: releaseMember,
  },
  'challenge.published': { items: keepPublicItems },
  'attempt.submitted': { places: requestReviews, prior: freezePriors },
  'review.settled': { score: settleReview },
  'reviewer.measured': { estimates: estimateAgain },
  'mentor.differs': { admins: tellAdminsAboutMentor },
  'review.owed': { tell: tellAuthorAboutWork },
  'mentor-review.waiting': { tell: tellStaffAboutWork },
  'mentor-place.waiting': { tell: tellStaffAboutWork },
  'mentor-time.short': { admins: tellMentorTime },
  'sharing.asked': { tell: tellSharing },
  'sharing.answered': { tell: tellSharing },
  'sharing.ended': { tell: tellSharing },
  'promise.near': { admins: tellAdminsAboutWork },
  'promise.missed': { author: tellAuthorAboutWork, admins: tellAdminsAboutWork },
  'promise.waits': { author: tellAuthorAboutWork, admins: tellAdminsAboutWork },
  'promise.made-again': { author: tellAuthorAboutWork },
  'round.exhausted': { score: closeExhausted },
  'answer.distressing': { admins: tellWorry },
  'decision.made': { tell: tellResult, award: awardCredential },
  'result.opened': { tell: tellOpenedResult },
  'credential.prepared': { sign: signCredential },
  'credential.issued': { tell: tellHolder },
  'credential.signed-again': { tell: tellHolder },
  'credential.ended': { list: signStatusListOf, talent: dropEndedCredential, tell: tellHolder },
  'credential.expired': { talent: dropEndedCredential, tell: tellHolder },
  'visibility.changed': { tell: tellStudent, interviews: endUnavailable },
  'visibility.expiring': { tell: tellStudent },
  'visibility.expired': { end: endExpiredVisibility },
  'visibility.paused': { tell: tellStudent },
  'consent.withdrawn': { interviews: cancelWithoutConsent },
  'opening.waiting': { operator: tellOperator },
  'opening.approved': { tell: tellOfOpening },
  'opening.declined': { tell: tellOfOpening },
  'interview.delivery': { deliver: deliverRequest },
  'interview.expiry': { expire: expireRequest },
  'interview.lapse': { lapse: lapseRequest },
  'interview.delivered': { student: tellStudentOfRequest },
  'interview.reminder': { student: tellStudentOfRequest },
  'interview.returned': { staff: tellStaffOfRequest },
  'interview.answered': { student: tellStudentOfRequest, staff: tellStaffOfRequest },
  'interview.withdrawn': { student: tellStudentOfRequest },
  'interview.expired': { student: tellStudentOfRequest, staff: tellStaffOfRequest },
  'interview.lapsed': { student: tellStudentOfRequest, staff: tellStaffOfRequest },
  'interview.offered': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.kept': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.moved': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.cancelled': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.missed': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.disputed': { student: tellStudentOfInterview, staff: tellStaffOfInterview },
  'interview.located': { student: tellStudentAboutDay },
  'interview.near': { student: tellStudentAboutDay, staff: tellStaffAboutDay },
  'interview.over': { student: tellStudentAboutDay, staff: tellStaffAboutDay },
  'interview.settle': { hold: holdByClock },
  'interview.outcome-due': { student: tellStudentAboutDay, staff: tellStaffAboutDay },
  'interview.outcome': { student: tellStudentAboutDay, staff: tellStaffAboutDay },
  'interview.message': { student: tellStudentAboutDay, staff: tellStaffAboutDay },
  'account.idle': { tell: tellIdle },
  'note.dead': { operator: tellOperator },
} satisfies Reactions
