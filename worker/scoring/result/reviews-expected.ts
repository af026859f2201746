import { countOf, hasMinimum } from '../../reviews/queue/quota.ts'

interface Asked {
  /** Settled reviews. */
  peers: number
  mentors: number
  /** Whether the challenge is in pilot. Then a mentor is always asked. */
  pilot: boolean
  /** Whether a mentor was asked. */
  mentorAsked: boolean
  /** Whether a wanted review has not settled. */
  isAwaited: boolean
}

/**
 * The fewest reviews after which the answers can be decided. A mentor counts two, so two reviews can
 * be enough. If an open round has enough reviews and wants another, that one is needed too.
 */
export function reviewsExpected({ peers, mentors, pilot, mentorAsked, isAwaited }: Asked): number {
  const nextIsMentor = pilot || mentorAsked
  let [withPeers, withMentors] = [peers, mentors]
  const lacks = () => {
    const people = { peers: withPeers, mentors: withMentors }
    return !hasMinimum({ count: countOf(people), mentors: withMentors, pilot })
  }
  while (lacks()) {
    if (nextIsMentor) withMentors++
    else withPeers++
  }
  return Math.max(withPeers + withMentors, peers + mentors + (isAwaited ? 1 : 0))
}
