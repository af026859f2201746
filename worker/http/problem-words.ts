import accounts from '../../web/messages/en/problems-accounts.json' with { type: 'json' }
import attempts from '../../web/messages/en/problems-attempts.json' with { type: 'json' }
import credentials from '../../web/messages/en/problems-credentials.json' with { type: 'json' }
import foundation from '../../web/messages/en/problems-foundation.json' with { type: 'json' }
import http from '../../web/messages/en/problems-http.json' with { type: 'json' }
import interviews from '../../web/messages/en/problems-interviews.json' with { type: 'json' }
import organizations from '../../web/messages/en/problems-organizations.json' with { type: 'json' }
import reviews from '../../web/messages/en/problems-reviews.json' with { type: 'json' }
import scenarios from '../../web/messages/en/problems-scenarios.json' with { type: 'json' }
import talent from '../../web/messages/en/problems-talent.json' with { type: 'json' }

/**
 * Read from the JSON files: a look-up by name in the compiled messages would bundle every text of
 * the app into the Worker.
 */
const words = new Map<string, unknown>(
  [
    foundation,
    http,
    accounts,
    organizations,
    scenarios,
    attempts,
    reviews,
    credentials,
    talent,
    interviews,
  ].flatMap((messages) => Object.entries(messages)),
)

/** What a person can do about a refusal of this type. */
export function problemWords(type: string): string | undefined {
  const found = words.get(`problem_${type.replaceAll('-', '_')}`)
  return typeof found === 'string' ? found : undefined
}
