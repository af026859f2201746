import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'

import { aDecision, anAward, award, awardOf } from '../../support/awards.ts'
import { aProgramme, aStudent } from '../../support/builders.ts'
import { Client, envAt, stubs } from '../../support/client.ts'
import { mailbox } from '../../support/mailbox.ts'
import { afterTheft, rotated, signerWith } from '../../support/other-signer.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { isValid } from '../../../tools/restore/verify-credential.ts'
import { didOf } from '../../support/verifying.ts'

afterEach(() => {
  delete stubs.SIGNER
})

const minuteMs = 60_000
const later = (minutes: number) => new Date(Date.now() + minutes * minuteMs)

const fragments = (ids: string[]) => ids.map((id) => id.slice(id.indexOf('#') + 1)).toSorted()

type Row = Record<string, string | number | null>
const sql = async (text: string, ...values: (string | number)[]): Promise<Row[]> =>
  (
    await env.DB.prepare(text)
      .bind(...values)
      .all<Row>()
  ).results

const documentOf = async (client: Client, id: string) =>
  JSON.parse((await client.get(`/api/credentials/${id}/document`)).text)

describe('after the issuer got a new key', () => {
  it('lists it at once, signs with it ten minutes later, and old badges stay valid', async () => {
    const programme = await aProgramme()
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => aStudent({ in: programme })),
    )
    if (!first || !second || !third) throw new Error('There are three.')
    const before = await anAward(first)
    stubs.SIGNER = signerWith(rotated)
    await tickAt()
    const listed = await didOf(programme.slug)
    const all = ['credential-1', 'credential-2', 'status-1', 'status-2']
    expect(fragments(listed.assertionMethod)).toEqual(all)

    // The old key still signs: others may have the document from before for five minutes.
    const between = await anAward(second)
    await award(await aDecision(second, { skill: 'empathy' }))
    await tickAt(later(9))
    expect((await documentOf(second.client, between.id)).proof[0].verificationMethod).toMatch(
      /#credential-1$/,
    )
    await tickAt(later(11))
    const decisionId = await aDecision(third)
    await award(decisionId)
    await settle(later(12))
    const after = await awardOf(decisionId)
    expect(after?.keyId).toBe(`${listed.id}#credential-2`)

    const did = await didOf(programme.slug)
    expect(fragments(did.assertionMethod)).toEqual(all)
    for (const [person, id] of [
      [first, before.id],
      [second, between.id],
      [third, after?.id ?? ''],
    ] as const) {
      expect(await isValid(await documentOf(person.client, id), did)).toBe(true)
    }
    const states = await sql(
      'SELECT generation, active_at > 0 AS active, retired_at > 0 AS retired FROM issuer_keys WHERE did = ?1 AND purpose = ?2 ORDER BY generation',
      did.id,
      'credential',
    )
    expect(states).toEqual([
      { generation: '1', active: 1, retired: 1 },
      { generation: '2', active: 1, retired: null },
    ])
    const kept = await sql(
      'SELECT document FROM did_documents WHERE did = ?1 ORDER BY served_from',
      did.id,
    )
    expect(kept.map(({ document }) => JSON.parse(String(document)).assertionMethod.length)).toEqual(
      [2, 4],
    )
    await sql("UPDATE organizations SET state = 'ended' WHERE id = ?1", programme.id)
    expect(await didOf(programme.slug)).toEqual(did)
    expect(await new Client().get('/organizations/no-such-programme/did.json')).toMatchObject({
      status: 404,
    })
  })

  it('a programme that begins then lists the new key only', async () => {
    stubs.SIGNER = signerWith(rotated)
    const programme = await aProgramme()
    const decisionId = await aDecision(await aStudent({ in: programme }))
    await award(decisionId, crypto.randomUUID(), envAt())
    expect(fragments((await didOf(programme.slug)).assertionMethod)).toEqual([
      'credential-2',
      'status-2',
    ])
  })
})

describe('after the key of the issuer was stolen', () => {
  it('signs 25 badges again: the old copies fail, the new ones pass, and each student is told', async () => {
    const programme = await aProgramme()
    const students = await Promise.all(
      Array.from({ length: 25 }, () => aStudent({ in: programme })),
    )
    const awards = []
    for (const student of students) awards.push({ student, ...(await anAward(student)) })
    const old = await Promise.all(awards.map(({ student, id }) => documentOf(student.client, id)))
    const [gone] = awards
    await sql('UPDATE credentials SET ended_at = 1 WHERE id = ?1', gone?.id ?? '')
    const before = await didOf(programme.slug)
    for (const document of old) expect(await isValid(document, before)).toBe(true)

    stubs.SIGNER = signerWith(afterTheft)
    const waiting = await aDecision(await aStudent({ in: programme }), { skill: 'empathy' })
    await award(waiting)
    await tickAt()
    // From the first minute on nothing that the old key signed is valid, and it signs nothing.
    const stolen = await didOf(programme.slug)
    expect(fragments(stolen.assertionMethod)).toEqual(['credential-2', 'status-2'])
    expect(stolen.verificationMethod).toHaveLength(4)
    expect(stolen.verificationMethod.filter(({ revoked }) => revoked)).toHaveLength(2)
    for (const document of old) expect(await isValid(document, stolen)).toBe(false)
    expect((await awardOf(waiting))?.state).toBe('prepared')
    // Badges keep their old version until another key of this programme can sign the next one.
    const states = 'SELECT DISTINCT state, version FROM credentials WHERE key_id = ?1'
    expect(await sql(states, `${stolen.id}#credential-1`)).toEqual([
      { state: 'signed', version: 1 },
    ])
    const [{ n } = {}] = await sql(
      'SELECT count(*) AS n FROM credentials WHERE key_id = ?1',
      `${stolen.id}#credential-1`,
    )
    expect(n).toBe(25)

    // A run of the cron can ask the signer and the vault 31 times.
    for (let minute = 11; minute < 20; minute++) await tickAt(later(minute))
    const did = await didOf(programme.slug)
    for (const [index, { student, id }] of awards.entries()) {
      const document = await documentOf(student.client, id)
      const isNew = await isValid(document, did)
      expect(isNew).toBe(index > 0)
      if (index === 0) continue
      const was = old[index]
      expect(document.id).toBe(was.id)
      expect(document.credentialStatus).toEqual(was.credentialStatus)
      expect(document.awardedDate).toBe(was.awardedDate)
      expect(document.validUntil).toBe(was.validUntil)
      expect(document.validFrom > was.validFrom).toBe(true)
      expect(document.credentialSubject.identifier[0].salt).not.toBe(
        was.credentialSubject.identifier[0].salt,
      )
      const told = mailbox.filter(
        ({ to, subject }) => to === student.email && subject.includes('new signature'),
      )
      expect(told).toHaveLength(1)
    }
    expect((await awardOf(waiting))?.keyId).toBe(`${did.id}#credential-2`)
    const versions = await sql(
      'SELECT count(*) AS n FROM credential_versions WHERE key_id = ?1 AND version = 1',
      `${did.id}#credential-1`,
    )
    expect(versions).toEqual([{ n: 24 }])
    const [list] = await sql(
      'SELECT signed_document AS document FROM status_lists WHERE did = ?1',
      did.id,
    )
    const signed = JSON.parse(String(list?.document))
    expect(signed.proof[0].verificationMethod).toBe(`${did.id}#status-2`)
    expect(await isValid(signed, did)).toBe(true)
    // Nothing happens twice.
    await tickAt(later(14))
    expect(
      await sql(
        'SELECT max(version) AS n FROM credentials WHERE achievement_id IN (SELECT id FROM achievements WHERE organization_id = ?1)',
        programme.id,
      ),
    ).toEqual([{ n: 2 }])
  })
})
