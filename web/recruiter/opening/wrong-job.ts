import { OpeningInput } from '../../../worker/talent/opening/opening-input.ts'
import { wrongFields } from '../../lib/form/wrong-fields.ts'
import { type JobDraft, jobOf, jobWords, wrongPay } from './job-draft.svelte.ts'

/** The form's errors before it is sent, by field. */
export function wrongJob(job: JobDraft): Record<string, string | false | undefined> {
  const wrong = wrongFields(OpeningInput, jobOf(job))
  const pay = wrongPay(job.pay)
  const checks = Object.entries(jobWords()).map(([field, words]) => [
    field,
    wrong.includes(field) ? words : pay[field],
  ])
  return Object.fromEntries(checks)
}
