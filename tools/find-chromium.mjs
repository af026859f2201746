// Plain JavaScript, because configurations and tools use it before anything is built.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The first draws no window and needs a fifth less time for the same tests.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  '/snap/bin/chromium',
]

/**
 * How the tests start Chromium. Their pages live for seconds: optimizing their code takes a fifth of
 * all processor time and is never earned back.
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--js-flags=--no-opt --no-maglev',
]

/**
 * Finds a Chromium on this machine: by `CHROMIUM_PATH`, in `PATH`, or in the usual places.
 * Undefined if there is none.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  const finder = process.platform === 'win32' ? 'where' : 'which'
  for (const name of names) {
    const { status, stdout } = spawnSync(finder, [name], { encoding: 'utf8' })
    const [path] = stdout?.split(/\r?\n/) ?? []
    if (status === 0 && path) return path
  }
  return usual.find((path) => existsSync(path))
}

/**
 * Finds Chromium, or installs it as root on Debian and similar systems. Exits with a clear message
 * if it cannot.
 */
export function needChromium() {
  const found = findChromium()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Installing Chromium from your system’s packages. This happens once…')
    spawnSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] })
    // Older systems have no package without a window.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const args = ['install', '-y', '--no-install-recommends', name]
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] })
      const installed = findChromium()
      if (installed) return installed
    }
  }
  console.error(
    '\nThe tests need Chromium or Chrome. Install it (Debian: sudo apt-get install chromium), or say where it is: CHROMIUM_PATH=/path/to/chrome npm test\n',
  )
  process.exit(1)
}
