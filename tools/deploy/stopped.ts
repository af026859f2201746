/** Why a phase cannot be finished, in words for the person at the terminal. */
export class Stopped extends Error {}
