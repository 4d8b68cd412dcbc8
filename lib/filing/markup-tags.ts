const LESS = 60
const GREATER = 62
const SLASH = 47
const QUESTION = 63
const BANG = 33
const DOUBLE = 34
const SINGLE = 39

/**
 * Finds where the tags of a markup end, asked from its start to its end, in time that grows with its length whatever it
 * holds.
 *
 * > <td title="a > b">   <!-- a > b -->   <50.00   <td <td>
 *                     ^                ^  ^ no tag     ^ ends where the next begins
 *
 * A quotation mark that is not closed before the next tag begins is none; a comment that is never closed ends with its
 * first `>`. So what a slip of the pen would hide to the end of the file stays printed.
 */
export class MarkupTags {
  private readonly text: string
  private readonly to: number
  private commentsEnd = true
  /** The next of either bracket, as far as they have been looked for. */
  private nextLess = -1
  private nextGreater = -1

  constructor(text: string, to = text.length) {
    this.text = text
    this.to = to
  }

  /** The offset behind the tag that begins at a `<`, or -1 where that stands for itself. */
  endOf(at: number): number {
    const code = this.text.charCodeAt(at + 1)
    const letter = code | 32
    if (letter >= 97 && letter <= 122) return this.closing(at + 1)
    if (code === SLASH) return this.closing(at + 2)
    if (code !== BANG && code !== QUESTION) return -1
    return this.text.startsWith('--', at + 2) ? this.commentEnd(at) : this.firstClosing(at + 2)
  }

  /**
   * Behind the first `>` outside quotation marks. Where brackets take turns none stands in quotation marks, for the tag
   * would need another; nearly all tags are told so, without looking at what they hold.
   */
  private closing(from: number): number {
    if (this.nextLess < from) this.nextLess = this.find('<', from)
    if (this.nextGreater < from) this.nextGreater = this.find('>', from)
    const end = this.nextGreater
    if (end >= this.nextLess) return this.closingAmongQuotes(from)
    const another = this.find('>', end + 1)
    if (another < this.nextLess) return this.closingAmongQuotes(from)
    this.nextGreater = another
    return end + 1
  }

  /** Where a bracket stands next; the end of the markup when it does not. */
  private find(bracket: string, from: number): number {
    const at = this.text.indexOf(bracket, from)
    return at < 0 || at > this.to ? this.to : at
  }

  private closingAmongQuotes(from: number): number {
    const { text, to } = this
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === GREATER) return at + 1
      if (code === LESS) return at
      if ((code === DOUBLE || code === SINGLE) && text.charCodeAt(at - 1) === 61) {
        const end = this.quoteEnd(at + 1, code)
        if (end < 0) return this.firstClosing(at + 1)
        at = end
      }
    }
    return to
  }

  private quoteEnd(from: number, quote: number): number {
    const { text, to } = this
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) return at
      if (code === LESS) return -1
    }
    return -1
  }

  /** Behind the first `>`, or where another tag begins before it. */
  private firstClosing(from: number): number {
    const { text, to } = this
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === GREATER) return at + 1
      if (code === LESS) return at
    }
    return to
  }

  private commentEnd(at: number): number {
    const end = this.commentsEnd ? this.text.indexOf('-->', at + 4) : -1
    if (end >= 0 && end < this.to) return end + 3
    this.commentsEnd = false
    return this.firstClosing(at + 4)
  }
}
