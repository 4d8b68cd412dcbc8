/** So many answers are kept; then all are forgotten and keeping begins anew. */
const MOST = 500
/** Longer texts are not kept: the same one hardly comes twice. */
const LONGEST = 200

/**
 * The same function, which remembers its latest answers: filings print the same few titles and headers over and over.
 *
 * Only for pure functions whose answers nobody changes.
 */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    if (text.length > LONGEST) return answer(text)
    const old = known.get(text)
    if (old !== undefined || known.has(text)) return old as Answer
    // Of the copy: a part of the text itself, in the answer, would keep the whole filing in memory as long as the answer.
    const own = ownCopy(text)
    const found = answer(own)
    if (known.size >= MOST) known.clear()
    known.set(own, found)
    return found
  }
}

/** A text of its own: a part of a text keeps the whole of it in memory, unless it is joined to another and cut anew. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}
