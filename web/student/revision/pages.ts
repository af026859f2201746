/**
 * The check of the first round and that of a later one are loaded as one file, because they are
 * nearly the same code.
 */
export { default as Check } from '../check/Check.svelte'
export { default as Revision } from './Revision.svelte'
