import { request } from 'node:http'

interface Answer {
  status: number
  isJson: boolean
  text: string
}

/**
 * Sends JSON and waits for the answer, however long it takes. `fetch` gives up after five minutes,
 * and making the demo can take longer on a computer that is busy.
 */
export function post(address: string, body: unknown): Promise<Answer> {
  const { origin } = new URL(address)
  const headers = { 'content-type': 'application/json', origin }
  return new Promise((resolve, reject) => {
    const asked = request(address, { method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const isJson = response.headers['content-type']?.includes('json') ?? false
        resolve({
          status: response.statusCode ?? 0,
          isJson,
          text: Buffer.concat(parts).toString('utf8'),
        })
      })
    })
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
}
