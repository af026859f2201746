/** Texts that would become markup on a page that does not escape them. 80 characters at most. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror=alert(1)//',
  '<svg/onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '</textarea></style></script><script>alert(1)</script>',
  '--><script>alert(1)</script><!--',
  '<!--<script>',
  'javascript:alert(1)',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '` onclick=alert(1) `',
  '<a href="javascript:alert(1)">here</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  "${alert(1)} {{constructor.constructor('alert(1)')()}} <%= 1 %>",
  '<math><mtext><mglyph><style><!--</style><img src=x onerror=alert(1)>',
  '<ScRiPt >alert(1)</sCrIpT >',
]

/** A payload as escaped text. */
export function asText(payload: string): string {
  return payload
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** The kinds of element on a page, with the names of their attributes; and what is wrong in it. */
export async function readMarkup(html: string) {
  const kinds = new Set<string>()
  const wrong: string[] = []
  const rewriter = new HTMLRewriter()
    .on('*', {
      element({ tagName, attributes }) {
        const named = [...attributes]
        kinds.add(
          `${tagName} ${named.map(([name]) => name).toSorted((a = '', b = '') => a.localeCompare(b))}`,
        )
        for (const [name = '', value = ''] of named) {
          if (/^on|^style$|^srcdoc$/.test(name)) wrong.push(`${tagName} ${name}`)
          if (
            /^(?:href|src|action|formaction)$/.test(name) &&
            !/^(?:\/|#|https?:|mailto:)/.test(value)
          )
            wrong.push(`${tagName} ${name}=${value}`)
        }
        if (/^(?:script|base|iframe|object|embed|math)$/.test(tagName)) wrong.push(tagName)
      },
    })
    .onDocument({
      comments({ text }) {
        wrong.push(`comment ${text}`)
      },
    })
  await rewriter.transform(new Response(html)).text()
  return { kinds, wrong }
}
