/** A question of the installer: what is asked, what is offered, and why an answer cannot be used. */
export interface Question {
  name: 'origin' | 'plan' | 'mail' | 'sender' | 'jurisdiction'
  text: string
  offered?: (known: { origin?: string; plan?: string }) => string
  whyNot: (answer: string, known: { pilot: boolean }) => string | undefined
}

const oneOf =
  (...words: string[]) =>
  (answer: string) =>
    words.includes(answer) ? undefined : `Answer with one of: ${words.join(', ')}.`

export const questions: Question[] = [
  {
    name: 'origin',
    text: 'Which address will people use? Such as https://mettle.college.edu. It is part of every badge, and\nfixed by the first one. Its domain must be in your Cloudflare account.',
    whyNot: whyNotOrigin,
  },
  {
    name: 'plan',
    text: 'Which plan has the Cloudflare account, free or paid? Free is for a pilot of one class.',
    offered: () => 'free',
    whyNot: oneOf('free', 'paid'),
  },
  {
    name: 'mail',
    text: 'Who sends mail: Cloudflare (platform), or the mail provider with a key (http)? On the free plan,\nCloudflare sends only to addresses that you have verified one by one.',
    offered: ({ plan }) => (plan === 'free' ? 'http' : 'platform'),
    whyNot: oneOf('platform', 'http'),
  },
  {
    name: 'sender',
    text: 'Who is the sender of mail? Answers come to this address.',
    offered: ({ origin = 'https://example' }) => `Mettle <hello@${new URL(origin).hostname}>`,
    whyNot: (answer) =>
      /^[^<>\r\n]{1,60} <[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>$/.test(answer)
        ? undefined
        : 'Write it as: Mettle <hello@college.edu>',
  },
  {
    name: 'jurisdiction',
    text: 'Where must the databases stay: in the European Union (eu), or anywhere (none)? This cannot be changed.',
    offered: () => 'eu',
    whyNot: oneOf('eu', 'none'),
  },
]

function whyNotOrigin(answer: string, { pilot }: { pilot: boolean }): string | undefined {
  if (!URL.canParse(answer) || new URL(answer).origin !== answer || !answer.startsWith('https://'))
    return 'Write it as https://mettle.college.edu, with no path and no / at its end.'
  const { hostname, port } = new URL(answer)
  if (port || !hostname.includes('.')) return 'It must be a domain name, without a port.'
  if (hostname.endsWith('.workers.dev') && !pilot)
    return `${hostname} is not yours for good, and each badge contains it. Use a domain of the college,\nor try it first with: npm run deploy -- --pilot`
  return undefined
}
