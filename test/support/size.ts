import { env } from 'cloudflare:workers'

const deep = env.DEEP === '1'

/** How often a race is run: five rounds in `npm test`, fifty in `npm run test:deep`. */
export const rounds = deep ? 50 : 5

/** How many requests compete in a race. */
export const contenders = 200
