import { generate } from 'selfsigned'

export interface Certificate {
  key: string
  certificate: string
}

/** A certificate for one host that nobody trusts but the rehearsal, made for one run of an hour. */
export async function makeCertificate(host: string): Promise<Certificate> {
  const hour = 3_600_000
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - hour),
    notAfterDate: new Date(Date.now() + hour),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  })
  return { key: made.private, certificate: made.cert }
}
