import { adminRoutes } from './admin-routes.ts'
import { route } from './lib/router/route.ts'
import { recruiterRoutes } from './recruiter-routes.ts'

/**
 * The app's pages. The first line whose path matches and whose `who` admits the reader is shown, so
 * one path may have a line for each role. The Worker requests the API paths in `first` before it
 * sends the page.
 */
export const routes = [
  route('/sign-in', 'anyone', () => import('./account/sign-in/SignIn.svelte'), { whole: true }),
  route('/signed-in', 'account', () => import('./account/sign-in/SignedIn.svelte')),
  route('/welcome', 'account', () => import('./account/sign-in/Welcome.svelte'), {
    first: ['/api/account'],
  }),
  route('/too-young', 'anyone', () => import('./account/sign-in/TooYoung.svelte'), { whole: true }),
  route('/join', 'anyone', () => import('./account/joining/Join.svelte'), {
    first: ['/api/programme-memberships/open-programme'],
  }),
  route('/invitations/:token', 'anyone', () => import('./account/joining/Invitation.svelte'), {
    first: ['/api/invitations/:token'],
  }),
  route('/first-admin', 'anyone', () => import('./account/joining/FirstAdmin.svelte')),
  route('/recover-admin', 'anyone', () => import('./account/joining/RecoverAdmin.svelte')),
  route('/apply', 'anyone', () => import('./account/joining/Apply.svelte')),
  route('/settings', 'account', () => import('./account/settings/Settings.svelte'), {
    first: ['/api/account', '/api/sessions'],
  }),

  route('/erased', 'anyone', () => import('./account/erasure/Erased.svelte'), { whole: true }),
  route('/erasures/:token', 'anyone', () => import('./account/erasure/KeepAccount.svelte'), {
    first: ['/api/erasures/:token'],
  }),

  // One group of lines for each role, its home page first.

  route('/home', ['student'], () => import('./student/home/Home.svelte'), {
    first: ['/api/attempts', '/api/review-work', '/api/interview-requests', '/api/credentials'],
    layout: 'wide',
  }),
  route('/start/:challengeId', 'anyone', () => import('./student/start/Start.svelte'), {
    first: ['/api/challenges/:challengeId', '/api/challenges/:challengeId/wait', '/api/attempts'],
  }),
  route('/attempts/:attemptId', 'account', () => import('./student/attempt/Attempt.svelte'), {
    first: ['/api/attempts/:attemptId'],
    layout: 'bare',
  }),
  route(
    '/attempts/:attemptId/check',
    ['student'],
    () => import('./student/revision/pages.ts').then(({ Check }) => ({ default: Check })),
    { first: ['/api/attempts/:attemptId'] },
  ),

  route('/attempts/:attemptId/plan', ['student'], () => import('./student/revision/Plan.svelte'), {
    first: [
      '/api/attempts/:attemptId',
      '/api/attempts/:attemptId/plan',
      '/api/attempts/:attemptId/result',
    ],
  }),
  route(
    '/attempts/:attemptId/revision',
    ['student'],
    () => import('./student/revision/pages.ts').then(({ Revision }) => ({ default: Revision })),
    { first: ['/api/attempts/:attemptId', '/api/attempts/:attemptId/plan'], layout: 'wide' },
  ),

  route('/reviews', ['student', 'mentor'], () => import('./reviews/queue/Reviews.svelte'), {
    first: ['/api/review-work'],
  }),
  route('/reviewing', ['student', 'mentor'], () => import('./reviews/figures/Reviewing.svelte'), {
    first: ['/api/review-figures'],
  }),
  route('/reviews/:claimId', ['student', 'mentor'], () => import('./reviews/desk/Review.svelte'), {
    first: ['/api/claims/:claimId'],
    layout: 'desk',
  }),
  route(
    '/reviews/practice/:challengeId',
    ['student', 'mentor'],
    () => import('./reviews/practice/Practice.svelte'),
    { first: ['/api/practice-items?challengeId=:challengeId'], layout: 'desk' },
  ),

  route('/home', ['mentor'], () => import('./mentor/Home.svelte'), {
    first: ['/api/review-work', '/api/insights/cohort'],
  }),
  route('/coaching', ['mentor'], () => import('./mentor/Coaching.svelte'), {
    first: ['/api/insights/cohort'],
    layout: 'wide',
  }),

  ...recruiterRoutes,
  ...adminRoutes,

  // A person's own pages, whatever role they act in; after the role lines for the same paths.
  route('/attempts/:attemptId/result', 'account', () => import('./student/result/Result.svelte'), {
    first: ['/api/attempts/:attemptId', '/api/attempts/:attemptId/result', '/api/credentials'],
  }),
  route('/badges', 'account', () => import('./student/badge/Badges.svelte'), {
    first: ['/api/credentials'],
  }),
  route('/badges/:id', 'account', () => import('./student/badge/Badge.svelte'), {
    first: ['/api/credentials/:id'],
  }),
  route('/visibility', 'account', () => import('./student/visibility/Visibility.svelte'), {
    first: ['/api/visibility', '/api/blocks', '/api/consents', '/api/disclosures'],
  }),
  route('/interviews', 'account', () => import('./student/interview/Interviews.svelte'), {
    first: ['/api/interview-requests'],
  }),
  route('/interviews/:requestId', 'account', () => import('./student/interview/Request.svelte'), {
    first: ['/api/interview-requests/:requestId'],
  }),
  route('/home', 'account', () => import('./student/home/NoMembership.svelte'), {
    first: [
      '/api/credentials',
      '/api/attempts',
      '/api/interview-requests',
      '/api/visibility',
      '/api/programme-memberships/open-programme',
    ],
  }),
]

export const notFound = route(
  '/not-found',
  'anyone',
  () => import('./account/shell/NotFound.svelte'),
)
export const closed = route(
  '/closed/:roles',
  'anyone',
  () => import('./account/shell/Closed.svelte'),
)
