/** An unused instance for the whole journey, and one with the demo for every page. */
export const emptyOrigin = 'http://localhost:8798'
export const demoOrigin = 'http://localhost:8799'
