import type { Json } from '../json.ts'

/** Somebody who is signed in: the body of a successful answer, or an error. */
export interface Doors {
  get(path: string): Promise<Json>
  post(path: string, body?: object): Promise<Json>
  put(path: string, body: object): Promise<Json>
}
