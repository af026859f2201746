import type { Plugin } from 'vite'

import { everyAnswer, pageHeaders } from '../worker/http/headers.ts'

const lines = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)

/**
 * Writes `_headers`, by which Cloudflare answers files without calling the Worker, and
 * `.assetsignore`, which keeps the mark of a finished build (`tools/start/prepare.mjs`) off the
 * site. Headers of two matching rules are joined, so the second rule takes the first one's
 * `cache-control` away.
 */
export function assetHeaders(): Plugin {
  const rules = [
    '/*',
    ...lines({ ...everyAnswer, ...pageHeaders, 'cache-control': 'no-cache' }),
    '/assets/*',
    '  ! cache-control',
    ...lines({ 'cache-control': 'public, max-age=31536000, immutable' }),
  ]
  return {
    name: 'asset-headers',
    apply: 'build',
    generateBundle() {
      const files = { _headers: `${rules.join('\n')}\n`, '.assetsignore': '.built\n' }
      for (const [fileName, source] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source })
      }
    },
  }
}
