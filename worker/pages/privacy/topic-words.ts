import * as m from '../../../web/paraglide/messages/_index.js'
import type { Topic } from '../../foundation/personal-rows.ts'
import type { Plain } from '../../http/say.ts'
import { type TopicFacts, factsOf } from '../../insights/personal/topics.ts'

export interface TopicWords {
  title: Plain
  what: Plain
  why: Plain
  who: Plain
  /** What stays after an erasure; only if something does. */
  stays?: Plain
}

/** What the privacy page says of each topic of the register, in the order of the page. */
export const topicWords: Record<Topic, TopicWords> = {
  account: {
    title: m.privacy_title_account,
    what: m.privacy_account_what,
    why: m.privacy_account_why,
    who: m.privacy_account_who,
    stays: m.privacy_account_stays,
  },
  'sign-in': {
    title: m.privacy_title_sign_in,
    what: m.privacy_sign_in_what,
    why: m.privacy_sign_in_why,
    who: m.privacy_sign_in_who,
  },
  notices: {
    title: m.privacy_title_notices,
    what: m.privacy_notices_what,
    why: m.privacy_notices_why,
    who: m.privacy_notices_who,
    stays: m.privacy_notices_stays,
  },
  answers: {
    title: m.privacy_title_answers,
    what: m.privacy_answers_what,
    why: m.privacy_answers_why,
    who: m.privacy_answers_who,
    stays: m.privacy_answers_stays,
  },
  reviews: {
    title: m.privacy_title_reviews,
    what: m.privacy_reviews_what,
    why: m.privacy_reviews_why,
    who: m.privacy_reviews_who,
    stays: m.privacy_reviews_stays,
  },
  results: {
    title: m.privacy_title_results,
    what: m.privacy_results_what,
    why: m.privacy_results_why,
    who: m.privacy_results_who,
    stays: m.privacy_results_stays,
  },
  badges: {
    title: m.privacy_title_badges,
    what: m.privacy_badges_what,
    why: m.privacy_badges_why,
    who: m.privacy_badges_who,
    stays: m.privacy_badges_stays,
  },
  visibility: {
    title: m.privacy_title_visibility,
    what: m.privacy_visibility_what,
    why: m.privacy_visibility_why,
    who: m.privacy_visibility_who,
  },
  consents: {
    title: m.privacy_title_consents,
    what: m.privacy_consents_what,
    why: m.privacy_consents_why,
    who: m.privacy_consents_who,
    stays: m.privacy_consents_stays,
  },
  interviews: {
    title: m.privacy_title_interviews,
    what: m.privacy_interviews_what,
    why: m.privacy_interviews_why,
    who: m.privacy_interviews_who,
    stays: m.privacy_interviews_stays,
  },
  staff: {
    title: m.privacy_title_staff,
    what: m.privacy_staff_what,
    why: m.privacy_staff_why,
    who: m.privacy_staff_who,
    stays: m.privacy_staff_stays,
  },
  technical: {
    title: m.privacy_title_technical,
    what: m.privacy_technical_what,
    why: m.privacy_technical_why,
    who: m.privacy_technical_who,
    stays: m.privacy_technical_stays,
  },
}

/** The topics in the order of the page, with what the register says of them. */
export const topicFacts = (): TopicFacts[] =>
  Object.keys(topicWords).map((topic) => factsOf(topic as Topic))
