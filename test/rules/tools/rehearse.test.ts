import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { Browser } from '../../../tools/rehearse/browser.ts'
import { makeCertificate } from '../../../tools/rehearse/certificate.ts'
import { host, keepCertificate, logOf } from '../../../tools/rehearse/home.ts'
import { Instance } from '../../../tools/rehearse/instance.ts'
import { keepsWordsSealed } from '../../../tools/rehearse/journey/production.ts'
import { Provider } from '../../../tools/rehearse/provider.ts'
import { Report } from '../../../tools/rehearse/report.ts'

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A browser, and a server that answers it with 422. They share a certificate, or do not. */
async function aBrowser({ trusts = true } = {}): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), 'mettle-test-'))
  mkdirSync(join(home, 'secrets'))
  const own = await makeCertificate(host)
  keepCertificate(home, trusts ? own : await makeCertificate(host))
  const server: Server = createServer({ key: own.key, cert: own.certificate }, (_, response) => {
    response.writeHead(422).end('{"title":"Choose a day."}')
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const instance = new Instance(home, 0)
  instance.port = (server.address() as AddressInfo).port
  return new Browser(instance)
}

describe('a rehearsal', () => {
  it('says which step failed, with the request and the answer', async () => {
    const lines: string[] = []
    const browser = await aBrowser()
    const step = new Report((line) => lines.push(line)).step('The student chooses a day', () =>
      browser.put('/api/days', { day: 'someday' }),
    )
    await expect(step).rejects.toThrow('PUT /api/days')
    const printed = lines.join('\n')
    expect(printed).toContain('FAILED: The student chooses a day')
    expect(printed).toContain('sent: {"day":"someday"}')
    expect(printed).toContain('answer 422: {"title":"Choose a day."}')
  })

  it('says what it waits for, and gives up in the end', async () => {
    const lines: string[] = []
    const report = new Report((line) => lines.push(line))
    const found = report.waitFor('the cron signs it', 1, () => Promise.resolve(undefined))
    await expect(found).rejects.toThrow(
      'After 1 seconds there is still nothing. It waited for: the cron signs it',
    )
    expect(lines.join()).toContain('waits up to 1 s: the cron signs it')
  })

  it('finds a word that a database holds in plain text', () => {
    const home = mkdtempSync(join(tmpdir(), 'mettle-test-'))
    mkdirSync(join(home, 'v3/d1'), { recursive: true })
    writeFileSync(logOf(home), '')
    writeFileSync(join(home, 'v3/d1/one.sqlite'), 'Northgate\u0000Noor Haddad')
    const rehearsal = {
      instance: new Instance(home, 0),
      provider: new Provider(''),
      report: new Report(),
    }
    const look = (words: string[], plain: string) => () => keepsWordsSealed(rehearsal, words, plain)
    expect(look(['Noor Haddad'], 'Northgate')).toThrow('holds “Noor Haddad” in plain text')
    expect(look(['Mei'], 'Southgate')).toThrow('No database holds “Southgate”')
    expect(look(['Mei'], 'Northgate')).not.toThrow()
  })

  it('trusts the certificate of its own run only', async () => {
    const stranger = await aBrowser({ trusts: false })
    await expect(stranger.get('/')).rejects.toThrow('There was no answer')
  })
})

describe('the stand-in of the mail provider', () => {
  const mail = {
    from: 'Mettle <hello@mettle.example>',
    to: ['a@b.example'],
    subject: 'S',
    text: 'T',
  }
  const address = 'https://api.resend.com/emails'

  async function aProvider() {
    const provider = new Provider('re_key')
    open.push(provider)
    const port = await provider.listen()
    const send = async (body: object, changed: Record<string, string> = {}) => {
      const headers = {
        'x-asked-for': address,
        authorization: 'Bearer re_key',
        'idempotency-key': 'note-1',
        ...changed,
      }
      const sent = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await fetch(`http://127.0.0.1:${port}`, sent)).status
    }
    return { provider, send }
  }

  it('takes a mail once for each idempotency key', async () => {
    const { provider, send } = await aProvider()
    expect([await send(mail), await send(mail)]).toEqual([200, 200])
    expect(provider.mails).toEqual([{ to: 'a@b.example', subject: 'S', text: 'T' }])
    expect(await send({ ...mail, text: 'U' })).toBe(409)
  })

  it('refuses a wrong key and a mail that is not whole, and notes other addresses', async () => {
    const { provider, send } = await aProvider()
    expect(await send(mail, { authorization: 'Bearer re_other' })).toBe(401)
    expect(await send({ ...mail, to: ['nobody'] })).toBe(422)
    expect(await send(mail, { 'x-asked-for': 'https://elsewhere.example/' })).toBe(404)
    expect(provider.mails).toEqual([])
    expect(provider.strays).toEqual(['https://elsewhere.example/'])
  })
})
