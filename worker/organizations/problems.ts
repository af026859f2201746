import { problem } from '../foundation/call/problem.ts'

export const invitationNotLive = problem(
  404,
  'invitation-not-live',
  'This invitation was used, taken back or is too old.',
)
export const invitationForSomebodyElse = problem(
  403,
  'invitation-for-somebody-else',
  'This invitation was sent to another address.',
)
export const organizationNotApproved = problem(
  403,
  'organization-not-approved',
  'Your organization has not been approved yet.',
)
export const alreadyInvited = problem(
  409,
  'already-invited',
  'One of these people was invited a moment ago.',
)
export const profileIncomplete = problem(
  409,
  'profile-incomplete',
  'Your name and, for students, your year of birth are needed first.',
)
export const adultsOnly = problem(
  403,
  'adults-only',
  'The open programme is for people of 18 and over.',
)
export const joinCodeUnknown = problem(404, 'join-code-unknown', 'No programme has this code.')
export const alreadyMember = problem(409, 'already-member', 'You are in this programme already.')
export const studentBesideStaff = problem(
  409,
  'student-beside-staff',
  'In one programme nobody is both a student and a mentor or admin.',
)
export const tooManyMemberships = problem(
  409,
  'too-many-memberships',
  'Twenty memberships is the most.',
)
export const applicationWaits = problem(
  409,
  'application-waits',
  'An application of yours is waiting already.',
)
export const cohortNameTaken = problem(409, 'cohort-name-taken', 'There is a cohort of that name.')
export const alreadyCoached = problem(
  409,
  'already-coached',
  'This mentor coaches this student already.',
)
export const workAddressNeeded = problem(
  422,
  'work-address-needed',
  'An employer applies from an address of its own.',
)
export const alreadyDecided = problem(409, 'already-decided', 'Somebody decided this before you.')
export const admissionWaits = problem(
  409,
  'admission-waits',
  'You have asked to be a mentor already, and it is not decided yet.',
)
export const admissionDeclined = problem(
  409,
  'admission-declined',
  'You asked to be a mentor less than thirty days ago and were not admitted.',
)
export const lastAdmin = problem(409, 'last-admin', 'An organization keeps at least one admin.')
export const openProgrammeExists = problem(
  409,
  'open-programme-exists',
  'There is an open programme already.',
)
