import { createContext } from 'svelte'

import type { Router } from './router.svelte.ts'

export const [useRouter, provideRouter] = createContext<Router>()
