import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/**
 * What a student agrees to, word for word. Receipts keep the version and the hash: a changed word is
 * a new version, and a page that shows the old one is refused.
 */
const version = '2026-11-1'
const text = `I want employers to find me through Mettle.

Every employer that the operator of this Mettle has approved may see the fields I have ticked, and only those. They do not learn my name, my address, my school, my age or any score. They see me under a made-up number that differs from employer to employer.

My pay floor and the countries I may work in are compared with an opening and never shown. An employer with several openings that differ in pay or country may still guess them roughly.

What I write in my own words may give me away. Mettle hides addresses, numbers, my name and my school's name as well as it can; I have read the preview. An employer who knows me, or finds a page where my badge stands with my name, can tell that this card is mine.

Every look at my card is written down, and I can read who looked and what was shown. I can switch fields off, block an employer or end all of this at any time, and it ends at once; what an employer has read by then, it has read.

This ends by itself after six months. Nobody but me can renew it.`

export async function presentConsentText() {
  return { version, text, hash: await sha256Hex(text) }
}
