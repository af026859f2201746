#!/usr/bin/env node
// Stands in for wrangler, to try `npm run deploy` without a Cloudflare account:
//   METTLE_WRANGLER=test/support/wrangler/stand-in.mjs npm run deploy
// Its account is a folder, METTLE_STAND_IN or else .local/try/account: databases are real SQLite files
// with our migrations, and calls.jsonl has every call. METTLE_STAND_IN_FAIL: see account.mjs.
import { fstatSync, readFileSync } from 'node:fs'

import { answer } from './account.mjs'

const { METTLE_STAND_IN: folder = '.local/try/account', METTLE_STAND_IN_FAIL: fail } = process.env
const stdin = fstatSync(0).isCharacterDevice() ? '' : readFileSync(0, 'utf8')
const { status, stdout, stderr } = answer(process.argv.slice(2), { folder, stdin, fail })
if (stdout) console.log(stdout)
if (stderr) console.error(stderr)
process.exitCode = status
