import type { Measure, MeasureRow } from './measured.ts'
import { answerTo, unanswered } from './measures.ts'

/** measures.md: one table for each measure. The same challenges give the same text. */
export function measuresPage(measures: readonly Measure[]): string {
  const open = unanswered(measures).length
  const verdict =
    open === 0
      ? 'Every figure is inside its bound, or a challenge says why it is not.'
      : `Figures past their bounds without a reason: ${open}.`
  return `# Measures of the challenges

\`npm run scenarios -- measure\` writes this page, from the challenges in English in \`scenarios/\`. Do not edit it by hand.
The last column of a table says whether the row is inside the bound. If it is not, and the writer has a reason, the reason
stands there: it comes from \`answered\` in the \`challenge.yaml\` of the challenge.

${verdict}

${measures.map(section).join('\n')}`
}

function section({ title, means, bound, columns, rows }: Measure): string {
  const heads = bound === undefined ? columns : [...columns, 'inside?']
  const lines = rows.map((row) => (bound === undefined ? row.cells : [...row.cells, inside(row)]))
  return `## ${title}

${means}

Bound: ${bound ?? 'none, these figures are for reading'}.

${[heads, heads.map(() => '---'), ...lines].map(line).join('\n')}
`
}

function inside({ past = [] }: MeasureRow): string {
  if (past.length === 0) return 'yes'
  return past
    .map((figure) => `${figure.name}: ${answerTo(figure) ?? '**past its bound**'}`)
    .join('; ')
}

const line = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
