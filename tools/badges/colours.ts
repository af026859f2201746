/** The picture is also shown outside Mettle (profiles, print, mail), so its colours are fixed. */
export const steel = '#141f28'
export const pale = '#f3ecdc'
/** The colour of the light page, as background of the share picture. */
export const paper = '#faf7f1'

export interface Temper {
  level: 1 | 2 | 3 | 4
  /** The rim. At least 3:1 against white and against the dark page. */
  rim: string
  /** The pattern on the rim. */
  shade: string
  /** The bright part of the engraving, and the marks. */
  bright: string
}

/** The temper colours of heated steel: straw, bronze, purple, blue. */
export const tempers: Temper[] = [
  { level: 1, rim: '#b08a1e', shade: '#75590c', bright: '#f3da94' },
  { level: 2, rim: '#b4652f', shade: '#743814', bright: '#f4b98f' },
  { level: 3, rim: '#8a58ac', shade: '#553070', bright: '#dabcf0' },
  { level: 4, rim: '#3474c0', shade: '#174680', bright: '#b0d5fa' },
]
