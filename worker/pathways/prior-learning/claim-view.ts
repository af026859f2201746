import { againAfterDays } from '../../scenarios/catalogue/catalogue.ts'
import { type Career, experienceOf, fiveYearsOn, leastDays } from './experience.ts'
import type { OwnClaim } from './find-own-claim.ts'

const againAfterMs = againAfterDays * 86_400_000

type ClaimState = 'draft' | 'handed-in' | 'under-review' | 'decided'

/** A claim as its author sees it. `today` is a day in the author's zone. */
export function claimView(own: OwnClaim, today: string) {
  const { claim, version, jobs, leftSchoolOn, links, judged } = own
  const career = careerOf(own, today)
  const { challenge, rubric } = version
  return {
    id: claim.id,
    skill: claim.skill,
    skillName: rubric.name,
    state: stateOf(own),
    isService: claim.isService,
    leftSchoolOn,
    links,
    jobs,
    version: claim.version,
    today,
    parts: rubric.criteria.map(({ competency, name, description }) => {
      const saved = own.parts.find((part) => part.competency === competency)
      const [least, most] = challenge.prompts[competency]?.words ?? [0, 0]
      const { text = '', version: savedVersion = 0 } = saved ?? {}
      return { competency, name, description, least, most, text, version: savedVersion }
    }),
    /** Days of work, and which rules for credit they do not meet. Null without the day. */
    experience: career && experienceOf(career),
    fiveYearsOn: career && fiveYearsOn(career),
    leastDays,
    isStudent: own.organizationId !== null,
    mentors: own.mentors,
    withdrawnAt: claim.withdrawnAt?.toISOString() ?? null,
    handedIn:
      claim.submittedAt && judged
        ? {
            attemptId: claim.attemptId,
            at: claim.submittedAt.toISOString(),
            expectedBy: judged.expectedBy?.toISOString() ?? null,
            waitsFor: judged.waitsFor,
          }
        : null,
    decision: decisionView(own),
  }
}

function stateOf({ claim, judged }: OwnClaim): ClaimState {
  if (!claim.attemptId) return 'draft'
  if (judged?.decision) return 'decided'
  return judged?.isUnderReview ? 'under-review' : 'handed-in'
}

function careerOf({ jobs, leftSchoolOn }: OwnClaim, today: string): Career | null {
  if (leftSchoolOn === null) return null
  const dated = jobs.map(({ from, to }) => ({ from, to: to ?? undefined }))
  return { jobs: dated, leftSchool: leftSchoolOn, today }
}

function decisionView({ claim, judged, version }: OwnClaim) {
  if (!judged?.decision || !claim.submittedAt) return null
  const { state, at, openCriteria, credentialId } = judged.decision
  const isProficient = state === 'proficient'
  return {
    state,
    at: at.toISOString(),
    openCriteria: version.rubric.criteria
      .filter(({ competency }) => openCriteria.includes(competency))
      .map(({ name }) => name),
    credentialId,
    /** When a new claim in this skill can be begun. */
    againFrom: isProficient
      ? null
      : new Date(claim.submittedAt.getTime() + againAfterMs).toISOString(),
  }
}
