/** A text of any length: a head, a repeated unit, and a tail that prevents a match. */
export interface Attack {
  head: string
  unit: string
  tail: string
}

export function textOf({ head, unit, tail }: Attack, length: number): string {
  const room = Math.max(0, length - head.length - tail.length)
  return (head + unit.repeat(Math.ceil(room / unit.length)).slice(0, room) + tail).slice(0, length)
}

/** The pieces as JSON, so that invisible characters can be read in a failure. */
export const nameOf = ({ head, unit, tail }: Attack) =>
  [head, unit, tail].map((piece) => JSON.stringify(piece)).join(' ')

/** Fragments that each kind of reader looks for, repeated and never complete. */
export const units: string[] = [
  [...'a0 .@-_,;:\'"()[{<>/\\#&=%?*+!\n\t\r\u0000'],
  `a@|a.|a-|a |a, |1 |1-|1.|(1|12/|2.5.|7 (|A |Ab |http://|https://a.b/|www.a |a@a.|a@b.de,|at dot `.split(
    '|',
  ),
  ` (at) a (dot) ~[dot]~double ~one ~insta name ~@a_~a#1234~ slash ~a.com/~"a ~“a~{{~/*~# ~* ~-> `.split(
    '~',
  ),
  `[[~{"a":~[1,~a: ~- - ~&a ~<a> ~"a\\"~=== ~en-GB,~en;q=0.1,~text/html;q=0.1,~a=b;~a%3A~a/`.split(
    '~',
  ),
  '__Host-session=a; ~Ana ~ana vu ~ana-~Riverside ~riverside college '.split('~'),
  ['a\n', '- a\n', '\r\n', '1\uFE0F\u20E3', 'a\u0301', '\u1100\u1161', '\u674E\u5C0F'],
  [...'\u00A0\u2028\u2013\u3300\uFDFA\u0301\u0958\uAC00\u674E\u4E00\u0627\u05D5\u0E01'],
  [...'\uFEFF\u200D\u202E\uD800\u0130\u{E0067}'],
  ['\u{1F469}\u200D\u{1F680}', '\u{1F1EC}\u{1F1E7}', '\u{1F3F4}\u{E0067}'],
].flat()

/** Attacks on anything that reads text. */
export const attacks: Attack[] = units.flatMap((unit) => [
  { head: '', unit, tail: '' },
  { head: 'a', unit, tail: '\u0000!' },
])
