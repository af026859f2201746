import { route } from './lib/router/route.ts'

/** The pages of recruiters. Admins of an employer also see its openings. */
export const recruiterRoutes = [
  route('/home', ['recruiter'], () => import('./recruiter/home/Home.svelte'), {
    first: ['/api/organization', '/api/openings', '/api/interview-requests'],
  }),
  route('/openings', ['recruiter', 'admin'], () => import('./recruiter/opening/Openings.svelte'), {
    first: ['/api/openings', '/api/organization'],
  }),
  route(
    '/openings/new',
    ['recruiter', 'admin'],
    () => import('./recruiter/opening/NewOpening.svelte'),
    { first: ['/api/organization'] },
  ),
  route(
    '/openings/:openingId',
    ['recruiter', 'admin'],
    () => import('./recruiter/opening/Opening.svelte'),
    {
      first: ['/api/openings', '/api/organization'],
    },
  ),
  route(
    '/openings/:openingId/search',
    ['recruiter'],
    () => import('./recruiter/search/Search.svelte'),
    {
      first: ['/api/openings'],
      layout: 'wide',
    },
  ),
  route('/cards/:pseudonym', ['recruiter'], () => import('./recruiter/card/FullCard.svelte'), {
    first: ['/api/interview-requests'],
  }),
  route('/interviews', ['recruiter'], () => import('./recruiter/interview/Interviews.svelte'), {
    first: ['/api/interview-requests'],
  }),
  route('/interviews/new', ['recruiter'], () => import('./recruiter/request/NewRequest.svelte'), {
    first: ['/api/openings', '/api/interview-requests', '/api/organization'],
  }),
  route(
    '/interviews/:requestId',
    ['recruiter'],
    () => import('./recruiter/interview/Request.svelte'),
    {
      first: ['/api/interview-requests/:requestId', '/api/openings', '/api/organization'],
    },
  ),
]
