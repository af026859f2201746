import {
  type Kept,
  badgePage,
  erases,
  exports,
  exportsNobodyElse,
  requests,
  says,
  staysWithoutText,
  term,
  unseen,
  visibility,
} from './kept.ts'
import { promisesOfTopics } from './promises-of-topics.ts'

const asking = 'test/worker/erasure/asking.test.ts'
const finishing = 'test/worker/erasure/finishing.test.ts'

/**
 * Every sentence of the privacy page, and the tests that keep it. `test/house/privacy.test.ts`
 * checks that none is missing and that the tests exist. Titles, `privacy_title_…`, promise nothing.
 */
export const promises: Record<string, readonly Kept[]> = {
  privacy_short_found: [[visibility, 'is off for everybody until its owner turns it on']],
  privacy_short_name: [unseen],
  privacy_short_identity: [
    [
      requests,
      'no answer to an employer, and no trail of its admins, holds anything of the student',
    ],
    [requests, 'gives exactly what was ticked, to that employer alone'],
  ],
  privacy_short_track: [['test/hostile/headers.test.ts', 'carries every header of its kind']],
  privacy_short_sealed: [
    ['test/hostile/canary.test.ts', 'is stored in clear'],
    ['test/worker/foundation/sealing.test.ts', 'is sealed with the key of its person'],
  ],
  privacy_short_end: [exports, erases],

  privacy_take_how: [exports, staysWithoutText],
  privacy_take_names: [exportsNobodyElse],
  privacy_erase_start: [[asking, 'hides it at once: search, badge page, sessions, consents']],
  privacy_erase_undo: [
    [asking, 'the mailed link gives the account back, without a session, and nothing that ended'],
  ],
  privacy_erase_final: [
    [finishing, 'leaves no text that only this person could read, and no key that opens it'],
    ['test/worker/signer/vault.test.ts', 'never has a key again'],
  ],
  privacy_erase_backups: [['test/worker/signer/vault-tidying.test.ts', 'wraps the old ones again']],
  privacy_erase_badge: [
    [finishing, 'keeps the badge as a hash and a status, so that a copy still verifies'],
    ['test/worker/foundation/sealing.test.ts', 'is lost with its key'],
  ],

  privacy_erased_all: [erases, says],
  privacy_erased_rest: [erases, says],
  privacy_long_account: [says],
  privacy_long_rest: [says],
  privacy_long_good: [says],
  privacy_long_idle: [['test/worker/retention/idle.test.ts', 'is told 22 and 23 months after']],

  ...promisesOfTopics,
  'privacy_term_…': [term],

  privacy_age_text: [
    ['test/worker/retention/child.test.ts', 'both databases keep only that an account was refused'],
    [badgePage, 'is never for somebody under 18'],
    ['test/web/visibility.test.ts', 'under 18 there is no switch at all'],
  ],
  privacy_device_text: [
    ['test/worker/pages/privacy.test.ts', 'sets no cookie for a visitor, and two to sign in'],
    ['test/web/draft.test.ts', 'text of another person on this device is deleted at sign-in'],
  ],
  privacy_device_long: [
    ['test/worker/accounts/session-terms.test.ts', 'the ninety days of a student end'],
    ['test/worker/accounts/session-terms.test.ts', 'a role with a shorter term shortens'],
  ],
  privacy_consent_text: [
    [visibility, 'ends by itself after six months'],
    [visibility, 'is switched off in one step'],
  ],
  privacy_decide_text: [
    ['test/worker/talent/search.test.ts', 'shows everybody once, page by page'],
  ],
  privacy_where_text: [['test/hostile/headers.test.ts', 'carries every header of its kind']],
  privacy_correct_text: [
    ['test/web/account.test.ts', 'settings change reading at once'],
    [visibility, 'narrows without a new receipt'],
  ],
}
