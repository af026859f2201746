import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Resvg } from '@resvg/resvg-js'

import { paper, tempers } from './badges/colours.ts'
import { type Skill, hallmark } from './badges/hallmark.ts'
import { outlines } from './badges/outlines.ts'
import { indexedPng } from './badges/png.ts'

/**
 * `npm run badges`: draws the picture of a badge (its hallmark) for each skill and level: as SVG,
 * as PNG of 512 pixels, and as the picture that sites show with a link (1200 x 630). A drawing that
 * has not changed is left alone.
 */
const folder = join(import.meta.dirname, '../web/public/badges')
const largestSvg = 6_144
const largestPng = 40_000
const share = { width: 1200, height: 630, mark: 480 }

mkdirSync(folder, { recursive: true })
for (const skill of Object.keys(outlines) as Skill[]) {
  for (const temper of tempers) draw(`${skill}-${temper.level}`, hallmark(skill, temper))
}

function draw(name: string, svg: string): void {
  const path = (ending: string) => join(folder, `${name}${ending}`)
  if (Buffer.byteLength(svg) > largestSvg) throw new Error(`${name}.svg is larger than 6 kB.`)
  const endings = ['.svg', '.png', '-share.png']
  const isDrawn = endings.every((ending) => existsSync(path(ending)))
  if (isDrawn && readFileSync(path('.svg'), 'utf8') === svg) return

  keep(path('.png'), render(svg, 512))
  keep(path('-share.png'), render(sharePicture(svg), share.width))
  // Written last, because it marks all three as done: an interrupted run is repeated.
  writeFileSync(path('.svg'), svg)
}

function keep(path: string, png: Buffer): void {
  if (png.length > largestPng) throw new Error(`${path} is larger than 40 kB.`)
  writeFileSync(path, png)
}

function render(svg: string, width: number): Buffer {
  return indexedPng(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render())
}

/** The hallmark alone on the light page colour: the site that shows it prints the title itself. */
function sharePicture(svg: string): string {
  const { width, height, mark } = share
  const place = `x="${(width - mark) / 2}" y="${(height - mark) / 2}" width="${mark}" height="${mark}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    svg.trim().replace('<svg ', `<svg ${place} `),
    '</svg>',
  ].join('')
}
