import { type Point, n, origin } from './geometry.ts'

export function stroke(d: string, paint: string, width: number): string {
  return `<path stroke="${paint}" stroke-width="${width}" d="${d}"/>`
}

/** Lines that end where another lies over them must not grow round heads there. */
export function flat(content: string): string {
  return `<g stroke-linecap="butt">${content}</g>`
}

export function spot(radius: number, fill: string, { x, y }: Point = origin): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}" stroke="none"/>`
}
