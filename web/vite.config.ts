import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

import { groups, messageUsers } from './chunks.ts'
import { laptop } from './laptop.ts'
import { oneLanguage } from './one-language.ts'
import { pageFiles } from './page-files.ts'
import { pagesStyles } from './pages-styles.ts'

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: `${import.meta.dirname}/project.inlang`,
      outdir: `${import.meta.dirname}/paraglide`,
      strategy: ['baseLocale'],
      // The Worker reads the same files at the same time, so they must never be missing.
      cleanOutdir: false,
    }),
    messageUsers(),
    oneLanguage(),
    svelte(),
    pageFiles(),
    pagesStyles(),
    laptop(),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    // These browsers support `light-dark()` and nesting, so no fallbacks are generated.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: 'web/app.html',
      checks: { bundlerTimings: false },
      // `chunks.ts` decides the chunks. With further merging, some pages need one more file.
      experimental: { chunkOptimization: false },
      treeshake: {
        // Neither package declares that it has no side effects. We make no custom elements, and
        // importing hono's client does nothing.
        moduleSideEffects: [
          {
            test: /\/hono\/|\/elements\/custom-element\.js|legacy-client\.js/,
            sideEffects: false,
          },
        ],
      },
      output: {
        codeSplitting: { groups },
      },
    },
  },
})
