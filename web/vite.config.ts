import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

import { laptop } from './laptop.ts'
import { pageFiles } from './page-files.ts'
import { pagesStyles } from './pages-styles.ts'

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: `${import.meta.dirname}/project.inlang`,
      outdir: `${import.meta.dirname}/paraglide`,
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
    }),
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
    // Knows `light-dark()` and nesting, so that neither is written out twice.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: 'web/app.html',
      output: {
        codeSplitting: {
          // One file for what every page needs, instead of a dozen small ones.
          groups: [{ name: 'core', tags: ['$initial'] }],
        },
      },
    },
  },
})
