import { type Branch, branches } from './branch-input.ts'

export function isBranch(text: string): text is Branch {
  return branches.some((branch) => branch === text)
}

/** Whether something of this branch, or of an unknown one, is shown to somebody who asks for one. */
export const concerns = (branch: Branch | 'unknown', asked: Branch | undefined) =>
  asked === undefined || branch === 'unknown' || branch === asked
