// `npm run rehearse`: runs what a deploy would send, in production mode, on this computer, and plays
// from the first admin to an interview over HTTPS. It takes about twelve minutes, because nothing
// moves the clock. With `-- --without-waits` it leaves out what has to wait, for `npm test`. With
// `-- --stay` it plays nothing: the instance stays, to try the installer with it.
import { rmSync } from 'node:fs'

import { Browser } from './rehearse/browser.ts'
import { makeCertificate } from './rehearse/certificate.ts'
import { check } from './rehearse/check.ts'
import { firstAdminLink, migrate, pack, sendChallenges } from './rehearse/deploy.ts'
import {
  configOf,
  host,
  keepCertificate,
  makeHome,
  makeSecrets,
  origin,
  readSecrets,
} from './rehearse/home.ts'
import { Instance } from './rehearse/instance.ts'
import { crash, isTheSame } from './rehearse/journey/crash.ts'
import { challenge, ownWord, playFirstPart } from './rehearse/journey/first-part.ts'
import { programmeName } from './rehearse/journey/college.ts'
import { eraseAndUndo, takeExport } from './rehearse/journey/personal.ts'
import {
  isHealthy,
  isProduction,
  keepsWordsSealed,
  loggedErrors,
} from './rehearse/journey/production.ts'
import { playSecondPart } from './rehearse/journey/second-part.ts'
import { workers } from './deploy/workers.ts'
import { migrateAtOnce } from './migrate/migrate-at-once.ts'
import { Provider } from './rehearse/provider.ts'
import { Report } from './rehearse/report.ts'
import { stay } from './rehearse/stay.ts'
import { build, install } from './start/prepare.mjs'

const hasWaits = !process.argv.includes('--without-waits')
const stays = process.argv.includes('--stay')

install()
build()
const home = makeHome()
makeSecrets(home)
keepCertificate(home, await makeCertificate(host))
const provider = new Provider(readSecrets(home, 'mettle').MAIL_API_KEY ?? '')
const report = new Report()
const instance = new Instance(home, await provider.listen())
const rehearsal = { instance, provider, report }
process.on('exit', () => {
  instance.kill()
  if (stays) rmSync(home, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

try {
  await rehearse()
  rmSync(home, { recursive: true, force: true })
  if (!stays) report.end('The rehearsal is over. The code that a deploy sends works.')
} catch {
  for (const line of loggedErrors(rehearsal).slice(-3)) report.say(`log: ${line}`)
  report.say(`The data and the log of the Workers are in ${home}`)
  process.exitCode = 1
} finally {
  instance.kill()
  provider.close()
}

async function migrateBoth(): Promise<void> {
  for (const { name } of workers) await migrateAtOnce(configOf(home, name), home)
}

async function rehearse(): Promise<void> {
  await report.step('Both Workers are packed as for a deploy', () => pack(home))
  await report.step('The migrations of both databases are applied', () =>
    hasWaits ? migrate(home) : migrateBoth(),
  )
  await report.step(`They start in production mode as ${origin}`, async () => {
    await instance.start()
    await isProduction(rehearsal)
  })
  await report.step('Challenges of the repository are published', publishChallenges)
  await report.step('A monitor asks for /health', () => isHealthy(rehearsal))
  if (stays) return stay(instance)
  const link = await report.step('The link for the first admin is printed', () =>
    firstAdminLink(instance),
  )
  const cast = await playFirstPart(rehearsal, link)
  const { admin, student, peers, mentor, recruiter } = cast
  if (hasWaits) await playSecondPart(rehearsal, cast)
  await report.step('The student takes an export of everything', () => takeExport(student, ownWord))
  await report.step('The student asks for the erasure and undoes it', () => eraseAndUndo(student))
  await report.step(
    'kill -9 during a write; the same data and keys go on, and it is done once',
    () => crash(rehearsal, admin, { email: 'ines@people.example', isAnswered: false }),
  )
  await report.step('Everybody is still signed in, and names still open', () =>
    isTheSame([admin, student, ...peers, mentor, recruiter]),
  )
  await report.step('Databases and log hold no name, address or answer in plain text', () =>
    keepsWordsSealed(
      rehearsal,
      [student.name, student.email, recruiter.email, ownWord],
      programmeName,
    ),
  )
  await report.step('The Workers logged no error', () => {
    const errors = loggedErrors(rehearsal)
    check(errors.length === 0, errors.join('\n'))
  })
}

/** The cron publishes a few challenges in each run. */
async function publishChallenges(): Promise<void> {
  const folders = hasWaits ? [] : [`scenarios/collaboration/${challenge}`]
  let missing = await sendChallenges(instance, folders)
  for (let runs = missing.length; runs > 0 && missing.length > 0; runs--) {
    await instance.tick()
    const { text } = await new Browser(instance).ask('GET', '/challenges')
    missing = missing.filter((id) => !text.includes(`/challenges/${id}`))
  }
  check(missing.length === 0, `/challenges does not show ${missing.join(', ')}.`)
}
