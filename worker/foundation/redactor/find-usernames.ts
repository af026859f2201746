import { isWord, type SearchedText, type Span, type Token } from './searched-text.ts'
import { afterSpace } from './spelled-signs.ts'

const networks = new Set(
  `insta instagram ig snapchat snap tiktok twitter telegram tg discord skype whatsapp wechat weixin kik
  facebook fb linkedin github gitlab mastodon bluesky reddit youtube twitch psn xbox viber threads
  微信 微信号 抖音 微博 username benutzername usuario usuário`.split(/\s+/),
)
/** Words allowed between a network and the username: "my insta name is ana_vu". */
const between = new Set(
  'name handle id user account is es ist est è é heißt konto cuenta conta compte'.split(' '),
)
const inside = /^[._-]$/
const mostParts = 16

/** Usernames on social networks: `@ana`, `insta: ana`, `instagram is ana.vu`, `ana#1234`. */
export function findUsernames({ tokens }: SearchedText, common: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (let index = 0; index < tokens.length; index++) {
    const found =
      atHandle(tokens, index) ?? numbered(tokens, index, common) ?? named(tokens, index, common)
    if (!found) continue
    spans.push({ start: tokens[found.first]?.start ?? 0, end: tokens[found.last]?.end ?? 0 })
    index = found.last
  }
  return spans
}

interface Found {
  first: number
  last: number
}

function atHandle(tokens: readonly Token[], index: number): Found | undefined {
  if (tokens[index]?.text !== '@' || isWord(tokens[index - 1])) return undefined
  const low = tokens[index + 1]?.text === '_' ? index + 2 : index + 1
  return isWord(tokens[low]) ? { first: index, last: handleEnd(tokens, low) } : undefined
}

function numbered(
  tokens: readonly Token[],
  index: number,
  common: ReadonlySet<string>,
): Found | undefined {
  const name = tokens[index]
  if (!isWord(name) || tokens[index + 1]?.text !== '#' || name.text.length < 2) return undefined
  const isNumber = /^\d{4}$/.test(tokens[index + 2]?.text ?? '')
  return isNumber && !common.has(name.text.toLowerCase())
    ? { first: index, last: index + 2 }
    : undefined
}

function named(
  tokens: readonly Token[],
  index: number,
  common: ReadonlySet<string>,
): Found | undefined {
  const network = tokens[index]
  if (!isWord(network) || !networks.has(network.text.toLowerCase())) return undefined
  let next = index + 1
  let isSure = false
  let isLinked = false
  for (let step = 0; step < 6; step++) {
    const at = afterSpace(tokens, next)
    const text = tokens[at]?.text.toLowerCase() ?? ''
    if (/^[:=：]$/.test(text)) isSure = true
    else if (between.has(text)) isLinked = true
    else if (text !== '@') break
    next = at + 1
  }
  const first = afterSpace(tokens, next)
  if (!isWord(tokens[first]) || !(isSure || isLinked)) return undefined
  const last = handleEnd(tokens, first)
  // "LinkedIn is useful" and "Telegram: we wrote" contain no username.
  const looksMade = last > first || /\p{N}/u.test(tokens[first]?.text ?? '')
  const isPlain = common.has(tokens[first]?.text.toLowerCase() ?? '')
  return looksMade || (isSure && !isPlain) ? { first, last } : undefined
}

function handleEnd(tokens: readonly Token[], first: number): number {
  let end = first
  for (let part = 0; part < mostParts; part++) {
    const low = tokens[end + 1]?.text === '_' && tokens[end + 2]?.text === '_' ? end + 2 : end + 1
    if (!inside.test(tokens[low]?.text ?? '')) break
    if (isWord(tokens[low + 1])) end = low + 1
    else if (tokens[low]?.text === '_') end = low
    else break
  }
  return end
}
