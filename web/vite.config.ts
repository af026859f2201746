import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

import { assetHeaders } from './asset-headers.ts'
import { groups, messageUsers } from './chunks.ts'
import { laptop } from './laptop.ts'
import { oneLanguage } from './one-language.ts'
import { pageFiles } from './page-files.ts'
import { pagesStyles } from './pages-styles.ts'
import { withoutFirst } from './without-first.ts'

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
    withoutFirst(),
    oneLanguage(),
    svelte(),
    pageFiles(),
    pagesStyles(),
    assetHeaders(),
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
        // Svelte does not declare that these have no side effects. We make no custom elements.
        moduleSideEffects: [
          { test: /\/elements\/custom-element\.js|legacy-client\.js/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: { groups },
      },
    },
  },
})
