import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/**
 * What a student agrees to, word for word. Receipts store its version and hash. Any changed word
 * needs a new version; a page that shows the old text is refused.
 */
const version = '2026-11-2'
const text = `I want employers to find me through Mettle.

Every employer that the operator of this Mettle has approved may see the fields I have ticked, and only those. They do not learn my name, my address, my school, my age or any score. They see me under a made-up number that differs from employer to employer.

If I tick it under a badge, they also see the criteria it was judged by: the level I reached in each and the signs that reviewers saw. They never see a reviewer's own words about me.

Mettle counts how many people who can be found share the skill, level, month and region of my badge, and the level of each criterion. If fewer than five share the levels, levels and signs are left out. If fewer than five share the rest, the month becomes the quarter, then the year, and then my regions become their countries. In a small group an employer may still guess who I am, and an employer who searches in my region still finds me.

My pay floor and the countries I may work in are compared with an opening and never shown. An employer with several openings that differ in pay or country may still guess them roughly.

What I write in my own words may give me away. Mettle hides addresses, numbers, my name and my school's name as well as it can; I have read the preview. An employer who knows me, or finds a page where my badge stands with my name, can tell that this card is mine.

Every look at my card is written down, and I can read who looked and what was shown. I can switch fields off, block an employer or end all of this at any time, and it ends at once. Nobody can undo what an employer has already seen.

This ends by itself after six months. Nobody but me can renew it.`

export async function presentConsentText() {
  return { version, text, hash: await sha256Hex(text) }
}
