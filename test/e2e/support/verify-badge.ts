// Run as a separate process (`node verify-badge.ts`), because the verifiers replace `fetch`. Reads
// { credential, documents } and prints the complaints of each of three verifiers.
import { documents } from '../../foreign/only-these-documents.ts'
import { allThree } from '../../foreign/verifiers.ts'

let input = ''
for await (const part of process.stdin) input += part
const { credential, served } = JSON.parse(input)
for (const [address, document] of Object.entries(served)) documents.set(address, document)

const complaints: Record<string, string[]> = {}
for (const [name, verify] of Object.entries(allThree)) complaints[name] = await verify(credential)
console.log(JSON.stringify(complaints))
