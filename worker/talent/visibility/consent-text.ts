import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/**
 * What a student agrees to, word for word. Receipts store its version and hash. Any changed word
 * needs a new version; a page that shows the old text is refused.
 */
const version = '2026-11-3'
const text = `I want employers to find me through Mettle.

Employers that the operator of this site has approved can see the fields I have ticked, and nothing else. They do not see my name, my contact details, my school, my age or any score. Each employer sees me under a different made-up number.

If I tick it under a badge, they can also see its criteria: the level I reached in each one and the signs that reviewers saw. They never see a reviewer's own words about me.

Mettle counts how many people who can be found share the skill, level, month and region of my badge, and the level of each criterion. If fewer than five people share the levels, it leaves out levels and signs. If fewer than five share the rest, it shows the month as a quarter, then as a year, and then my regions as their countries. In a small group an employer may still guess who I am. An employer who searches in my region still finds me.

Mettle compares my lowest pay and the countries where I can work with each opening. It never shows them. An employer with several openings that differ in pay or country may still guess them roughly.

What I write in my own words may show who I am. Mettle hides addresses, numbers, my name and my school's name as well as it can. I have read the preview. An employer who knows me, or who finds a page that shows my badge with my name, can tell that this card is mine.

Mettle records every time an employer looks at my card. I can read who looked and what they saw. I can switch off fields, block an employer or end all of this at any time, and it ends at once. Nobody can undo what an employer has already seen.

This ends after six months. Only I can renew it.`

export async function presentConsentText() {
  return { version, text, hash: await sha256Hex(text) }
}
