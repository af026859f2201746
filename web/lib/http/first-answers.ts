export type FirstAnswers = Record<string, unknown>

/** The answers the Worker put into the HTML, by path: `{ '/api/…': body }`. */
export function firstAnswers(): FirstAnswers {
  const text = document.querySelector('#first-answers')?.textContent
  return text ? JSON.parse(text) : {}
}
