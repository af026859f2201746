/** An instance nobody has used yet, for the whole job; one with the demo, for every page. */
export const emptyOrigin = 'http://localhost:8798'
export const demoOrigin = 'http://localhost:8799'
