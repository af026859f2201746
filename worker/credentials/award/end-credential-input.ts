import * as v from 'valibot'

/** Why a badge ends. Kept for the programme; the public page says only that it ended. */
export const EndCredentialInput = v.strictObject({
  reason: v.picklist([
    'error',
    'misconduct',
    'appeal',
    'duplicate',
    'holder-request',
    'key-compromised',
  ]),
})

export type EndCredentialInput = v.InferOutput<typeof EndCredentialInput>
