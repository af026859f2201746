// `npm run mutants`: plants each bug of test/mutants.json in a copy of the tree, and lists those
// that no test catches. ONLY=<text> selects bugs whose file or description contains the text;
// AT_ONCE=<n> runs n in parallel.
import { availableParallelism } from 'node:os'

import { areaOf, type Planted, projectsOf, readPlanted } from './mutants/planted.ts'
import { endRunners, type Outcome, Runner } from './mutants/runner.ts'
import { Tree } from './mutants/tree.ts'

/** The share of planted bugs that must be caught. */
const leastCaught = 0.98

type Verdict = 'caught' | 'survived' | 'broken'

const only = process.env.ONLY?.toLowerCase() ?? ''
const planted = readPlanted().filter(({ file, what }) =>
  `${file} ${what}`.toLowerCase().includes(only),
)
if (planted.length === 0) throw new Error('No planted bug has that text.')

const trees: Tree[] = []
process.on('exit', cleanUp)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const atOnce = Number(process.env.AT_ONCE) || (availableParallelism() >= 4 ? 2 : 1)
for (let lane = 0; lane < Math.min(atOnce, planted.length); lane++) trees.push(new Tree())

const verdicts = new Map<Planted, Verdict>()
/** The test files that passed without a bug. */
const passing = new Set<string>()
for (const [projects, bugs] of Map.groupBy(planted, projectsIn)) {
  await runGroup(projects.split(' '), bugs)
}
report()

/** Bugs whose tests are in the same projects share one vitest per tree. */
async function runGroup(projects: string[], bugs: Planted[]): Promise<void> {
  const lanes = trees.map((tree) => ({ tree, runner: new Runner(tree, projects) }))
  const waiting = [...bugs]
  await Promise.all(
    lanes.map(async ({ tree, runner }) => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        await tryOne(tree, runner, next)
      runner.end()
    }),
  )
}

/** A test that fails without a bug would count every bug as caught, so the run stops. */
async function runUnchanged(runner: Runner, { tests }: Planted): Promise<void> {
  const fresh = tests.filter((test) => !passing.has(test))
  if (fresh.length === 0) return
  const started = performance.now()
  const outcome = await runner.run({ tests: fresh })
  const failed = outcome ? outcome.failedFiles : ['vitest itself']
  if (failed.length > 0 || outcome?.passed === 0) {
    console.error(`Without any bug these fail: ${failed.join(', ') || 'no test ran'}`)
    process.exit(1)
  }
  for (const test of fresh) passing.add(test)
  console.log(`passes   ${secondsSince(started).padStart(5)} s  ${fresh.join(', ')}, without a bug`)
}

async function tryOne(tree: Tree, runner: Runner, bug: Planted): Promise<void> {
  await runUnchanged(runner, bug)
  const started = performance.now()
  tree.plant(bug)
  const outcome = await runner.run({ tests: bug.tests, changed: bug.file })
  tree.mend(bug)
  runner.forget(bug.file)
  const verdict = verdictOf(outcome)
  verdicts.set(bug, verdict)
  const seconds = secondsSince(started).padStart(5)
  console.log(`${verdict.padEnd(8)} ${seconds} s  ${areaOf(bug.file)}: ${bug.what}`)
}

/** `broken`: no test gave a result, so the run cannot tell whether the bug would be caught. */
function verdictOf(outcome: Outcome | undefined): Verdict {
  if (!outcome) return 'broken'
  if (outcome.failed > 0) return 'caught'
  return outcome.failedFiles.length > 0 || outcome.passed === 0 ? 'broken' : 'survived'
}

function report(): void {
  const lived = planted.filter((bug) => verdicts.get(bug) !== 'caught')
  const caught = planted.length - lived.length
  console.log(`\n${planted.length} planted, ${caught} caught, ${lived.length} survived`)
  for (const bug of lived) {
    console.log(`  ${verdicts.get(bug)}  ${bug.file}: ${bug.what} (${bug.tests.join(', ')})`)
  }
  process.exit(caught / planted.length < leastCaught ? 1 : 0)
}

function cleanUp(): void {
  endRunners()
  for (const tree of trees) tree.remove()
}

function projectsIn({ tests }: Planted): string {
  return [...new Set(tests.flatMap(projectsOf))].toSorted().join(' ')
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
