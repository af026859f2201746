import { DefaultReporter, type TestModule } from 'vitest/node'

/**
 * One line for each file: whether it passed, its tests, its seconds. Failures are printed at the
 * end, as vitest's own reporter does.
 */
export default class FileReporter extends DefaultReporter {
  override onTestModuleEnd(module: TestModule): void {
    const tests = Array.from(module.children.allTests())
    const failed = tests.filter((test) => test.result().state === 'failed').length
    const skipped = tests.filter((test) => test.result().state === 'skipped').length
    const passed = tests.length - failed - skipped
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    const counts = [
      `${passed} passed`,
      failed > 0 ? `${failed} failed` : '',
      skipped > 0 ? `${skipped} skipped` : '',
    ].filter((count) => count !== '')
    const mark = module.ok() ? 'ok    ' : 'FAILED'
    this.log(`${mark} ${seconds.padStart(6)} s  ${module.relativeModuleId} (${counts.join(', ')})`)
  }
}
