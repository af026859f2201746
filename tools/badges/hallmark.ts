import { type Temper, pale, steel, tempers } from './colours.ts'
import { engravings } from './engravings.ts'
import { n, steps } from './geometry.ts'
import { outlines } from './outlines.ts'

export type Skill = keyof typeof outlines

const size = 240
const centre = { x: 120, y: 110 }
const rimWidth = 11
/** The width of a pale outline, which keeps the whole shape visible on a dark background. */
const keyline = 2.5

/**
 * Draws the picture of a badge (its hallmark) as SVG. Outline and engraving show the skill. The
 * level is shown four times: by the marks on the plate, the pattern on the rim, the colour of the
 * rim, and the bright part of the engraving. The picture has no words, so it needs no translation,
 * and nothing personal. The same input gives the same bytes.
 */
export function hallmark(skill: Skill, temper: Temper): string {
  const field = `f-${skill}-${temper.level}`
  const use = (attributes: string) => `<use href="#${field}" ${attributes}/>`
  const rim = (width: number, paint: string, more = '') =>
    use(`fill="none" stroke="${paint}" stroke-width="${n(2 * width)}"${more}`)
  const engraving = engravings[skill]?.(temper.bright) ?? ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<defs><path id="${field}" d="${outlines[skill]}"/>`,
    `<clipPath id="c-${field}"><use href="#${field}" transform="scale(.9)"/></clipPath></defs>`,
    `<g transform="translate(${centre.x} ${centre.y})" stroke-linejoin="round">`,
    rim(rimWidth + keyline, pale),
    rim(rimWidth, temper.rim),
    ...rimWork(temper, rim),
    use(`fill="${steel}"`),
    `<g clip-path="url(#c-${field})" fill="none" stroke="${pale}" stroke-linecap="round">${engraving}</g>`,
    beads(temper, rim),
    '</g>',
    plate(temper),
    '</svg>\n',
  ].join('')
}

type Rim = (width: number, paint: string, more?: string) => string

/**
 * The pattern on the rim. Level 1: plain. Level 2: an inner line. Level 3: the inner line, and an
 * edge with grooves like a coin's. Level 4: the edge with grooves, and a dark band instead of the
 * line, on which `beads` draws.
 */
function rimWork({ level, rim: colour, shade }: Temper, rim: Rim): string[] {
  const line = rim(2.5, pale)
  const reeding = [rim(rimWidth, shade, ' stroke-dasharray="2 4"'), rim(rimWidth - 5, colour)]
  if (level === 1) return []
  if (level === 2) return [line]
  return level === 3 ? [...reeding, line] : [...reeding, rim(6, shade)]
}

function beads({ level }: Temper, rim: Rim): string {
  return level === 4 ? rim(2.2, pale, ' stroke-dasharray=".1 8.5" stroke-linecap="round"') : ''
}

const platePoint = 12
const step = 21
const bar = { top: 192, height: 29 }

/** The plate below the field, with one mark for each level; levels not reached are dots. */
function plate({ level, rim, bright }: Temper): string {
  const half = 1.5 * step + 20
  const middle = bar.top + bar.height / 2
  const [left, right] = [centre.x - half, centre.x + half]
  const outline = `M${n(left)} ${bar.top}H${n(right)}L${n(right + platePoint)} ${middle}L${n(right)} ${bar.top + bar.height}H${n(left)}L${n(left - platePoint)} ${middle}Z`
  const marks = steps(1, tempers.length).map((count) => {
    const x = centre.x + (count - 2.5) * step
    const reach = count <= level ? 7.5 : 2.4
    return `M${n(x)} ${n(middle - reach)}l${reach} ${reach}l-${reach} ${reach}l-${reach}-${reach}z`
  })
  return (
    `<g stroke-linejoin="round"><path d="${outline}" fill="${pale}" stroke="${pale}" stroke-width="11"/>` +
    `<path d="${outline}" fill="${steel}" stroke="${rim}" stroke-width="6"/></g>` +
    `<path d="${marks.join('')}" fill="${bright}"/>`
  )
}
