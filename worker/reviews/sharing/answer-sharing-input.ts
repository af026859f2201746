import * as v from 'valibot'

export const AnswerSharingInput = v.strictObject({ answer: v.picklist(['accepted', 'declined']) })
