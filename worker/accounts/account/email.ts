import { type Keyed, keyedHash, keyedHashes, secretOf } from '../../foundation/crypto/secrets.ts'

const local = /^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*$/
const domainShape = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/

/**
 * The address to mail to: the local part as typed, the domain in punycode. Undefined if `typed` is
 * not a valid address.
 */
export function readEmail(typed: string): string | undefined {
  const at = typed.lastIndexOf('@')
  const name = typed.slice(0, at)
  if (at < 1 || name.length > 64 || !local.test(name)) return undefined
  const domain = readDomain(typed.slice(at + 1))
  if (!domain || name.length + domain.length + 1 > 254) return undefined
  return `${name}@${domain}`
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** The HMAC by which an account is found, whatever the case of the address. */
export function emailIndex(call: Keyed, email: string): Promise<string> {
  return keyedHash(call, 'EMAIL_INDEX_KEY', email.toLowerCase())
}

/**
 * The HMACs of an address under every key, the current one first. While addresses are indexed again
 * (`worker/reindex-addresses.ts`), rows are found by either.
 */
export function emailIndexes(call: Keyed, email: string) {
  return keyedHashes(call, 'EMAIL_INDEX_KEY', email.toLowerCase())
}

/** The name of the key that `emailIndex` uses. */
export const emailIndexKey = (call: Keyed) => secretOf(call, 'EMAIL_INDEX_KEY').id

function readDomain(typed: string): string | undefined {
  // `new URL` also accepts much that is not a host name, so `domainShape` decides.
  if (!URL.canParse(`http://${typed}`)) return undefined
  const { hostname, port, pathname, username } = new URL(`http://${typed}`)
  if (port || pathname !== '/' || username) return undefined
  return domainShape.test(hostname) ? hostname : undefined
}

const publicMail = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com
  icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de mail.com
  mail.ru yandex.com yandex.ru zoho.com fastmail.com hey.com tutanota.com qq.com 163.com`.split(
    /\s+/,
  ),
)

/**
 * Whether anybody can get an address at this domain. Such an address does not prove an employer.
 */
export function isPublicMail(domain: string): boolean {
  return publicMail.has(domain)
}
