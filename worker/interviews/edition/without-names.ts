import { readEdition } from './edition.ts'

/** A stored wording without the names of the interviewers. Their job titles stay. */
export function withoutNames(stored: string) {
  const { interviewers, ...wording } = readEdition(stored)
  return { ...wording, interviewers: interviewers.map(({ title }) => ({ title })) }
}
