import { problem } from '../foundation/call/problem.ts'

export const invitationNotLive = problem(
  404,
  'invitation-not-live',
  'This invitation was used, was withdrawn or is too old.',
)
export const invitationForSomebodyElse = problem(
  403,
  'invitation-for-somebody-else',
  'This invitation was sent to another address.',
)
export const organizationNotApproved = problem(
  403,
  'organization-not-approved',
  'Your organization is not approved yet.',
)
export const alreadyInvited = problem(
  409,
  'already-invited',
  'One of these people was invited a moment ago.',
)
export const profileIncomplete = problem(
  409,
  'profile-incomplete',
  'We first need your name and, from students, the year of birth.',
)
export const adultsOnly = problem(
  403,
  'adults-only',
  'The open programme is for people who are 18 or older.',
)
export const joinCodeUnknown = problem(404, 'join-code-unknown', 'No programme has this code.')
export const alreadyMember = problem(409, 'already-member', 'You are already in this programme.')
/** To a mentor or admin who wants to be a student there. */
export const studentBesideStaff = problem(
  409,
  'student-beside-staff',
  "In one programme, a student can't also be a mentor or admin.",
)
/** To a student who wants to be a mentor or admin there. */
export const staffBesideStudent = problem(
  409,
  'staff-beside-student',
  "In one programme, a mentor or admin can't also be a student.",
)
export const tooManyMemberships = problem(
  409,
  'too-many-memberships',
  'You can be in twenty programmes and employers at most.',
)
export const applicationWaits = problem(409, 'application-waits', 'You have already applied.')
export const cohortNameTaken = problem(
  409,
  'cohort-name-taken',
  'You already have a cohort with this name.',
)
export const alreadyCoached = problem(
  409,
  'already-coached',
  'This mentor already coaches this student.',
)
export const workAddressNeeded = problem(
  422,
  'work-address-needed',
  'Use your work address to apply as an employer.',
)
/**
 * For a decision on a request that the people who made it have changed, replaced or withdrawn
 * meanwhile.
 */
export const askedOtherwise = problem(409, 'asked-otherwise', 'This is no longer asked for.')
export const alreadyDecided = problem(409, 'already-decided', 'Someone decided this before you.')
export const admissionWaits = problem(
  409,
  'admission-waits',
  'You have already asked to be a mentor.',
)
export const admissionDeclined = problem(
  409,
  'admission-declined',
  'Your request to be a mentor was declined less than thirty days ago.',
)
/**
 * The `volunteer` problems are for an admin who approves a volunteer, so they speak of another
 * person.
 */
export const volunteerIsStudent = problem(
  409,
  'volunteer-is-student',
  'This person is a student of this programme.',
)
export const volunteerIsMinor = problem(
  409,
  'volunteer-is-minor',
  'The open programme is for people who are 18 or older.',
)
export const volunteerHasTooMany = problem(
  409,
  'volunteer-has-too-many',
  'This person is in twenty programmes and employers.',
)
export const lastAdmin = problem(409, 'last-admin', 'An organization needs at least one admin.')
export const openProgrammeExists = problem(
  409,
  'open-programme-exists',
  'There is already an open programme.',
)
