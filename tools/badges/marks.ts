import { type Point, n, origin } from './geometry.ts'

export function stroke(d: string, paint: string, width: number): string {
  return `<path stroke="${paint}" stroke-width="${width}" d="${d}"/>`
}

/**
 * Draws `content` with flat line ends. The round ends of a hallmark's lines reach past their last
 * point, and would show around a crossing.
 */
export function flat(content: string): string {
  return `<g stroke-linecap="butt">${content}</g>`
}

export function spot(radius: number, fill: string, { x, y }: Point = origin): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}" stroke="none"/>`
}
