/** A mail before it has a recipient: the fact first, one link, why you get this. */
export interface Message {
  /** At most 60 characters. */
  subject: string
  text: string
  attachment?: { name: string; type: string; content: string }
}

interface Parts {
  fact: string
  more?: string
  link?: string
  why: string
}

export function message(subject: string, { fact, more, link, why }: Parts): Message {
  const text = [fact, more, link, why].filter(Boolean).join('\n\n')
  return { subject: subject.slice(0, 60), text: `${text}\n` }
}
