import { issue, type Staged } from '../issues.ts'
import type { FilingDocument, Issue } from '../report.ts'
import type { DecodedFile } from './decode-filing.ts'
import { mayHide } from './element-look.ts'
import { findUnshown, type Unshown } from './find-unshown.ts'

/**
 * The file with nothing but markup and blanks where its HTML documents hold what no browser shows, and text that is
 * struck out; every other character where it was. The file itself where there is nothing of the kind.
 *
 * > <td>50<span style="display:none">99</span></td>      <td>50<!                              ></td>
 *   <td><s>45</s> 40</td>                                <td><s  ></s> 40</td>
 *
 * Raises `struck-out-text-is-left-out`, once, where the first stood.
 */
export function leaveOutUnshown(
  file: DecodedFile,
  documents: readonly FilingDocument[],
): Staged<DecodedFile> {
  const lines = [...file.lines]
  const struck: { count: number; at: Issue['at'] } = { count: 0, at: null }
  let isChanged = false
  for (const document of documents) {
    if (document.format !== 'html') continue
    const [first, last] = document.lines
    const markup = file.lines.slice(first - 1, last).join('\n')
    const found = mayHide(markup) ? findUnshown(markup) : []
    if (found.length === 0) continue
    isChanged = true
    for (const [index, line] of withoutStretches(markup, found).split('\n').entries())
      lines[first - 1 + index] = line
    for (const { start, end, kind } of found) {
      if (kind !== 'struck') continue
      struck.count++
      struck.at ??= placeIn(markup, start, end, first)
    }
  }
  if (!isChanged) return { value: file, issues: [] }
  const { count, at } = struck
  return {
    value: { ...file, lines, text: lines.join('\n') },
    issues: count === 0 ? [] : [issue('struck-out-text-is-left-out', { count }, at)],
  }
}

/** A part of a markup, as long as before, in which what no browser shows prints nothing, nor does what is struck out. */
export function withoutUnshown(markup: string): string {
  return mayHide(markup) ? withoutStretches(markup, findUnshown(markup)) : markup
}

function placeIn(markup: string, start: number, end: number, first: number): Issue['at'] {
  const before = markup.slice(0, start)
  const line = before.split('\n').length - 1
  const column = start - (before.lastIndexOf('\n') + 1) + 1
  const [printed = ''] = markup.slice(start, end).split('\n')
  return { line: first + line, start: column, end: column + printed.length }
}

/** A markup in which these stretches, in order, print nothing; as long as before, line by line. */
function withoutStretches(markup: string, stretches: readonly Unshown[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, kind } of stretches) {
    const isTag = kind === 'gone'
    // A tag that ends where the text begins is made longer, so that nothing parts what stands around them.
    const isLonger =
      !isTag && kind !== 'unseen' && start > done && /[^-]>$/.test(markup.slice(start - 2, start))
    parts.push(markup.slice(done, isLonger ? start - 1 : start))
    parts.push(
      blankOut(markup.slice(isLonger ? start - 1 : start, end), isTag ? '<!' : isLonger ? ' ' : null),
    )
    done = end
  }
  return parts.join('') + markup.slice(done)
}

/** Blanks in place of a text; on its first line the rest of a tag where it begins or goes on one. */
function blankOut(text: string, opening: string | null): string {
  const blank = text.replace(/[^\n]/g, ' ')
  if (opening === null) return blank
  const found = blank.indexOf('\n')
  const end = found < 0 ? blank.length : found
  if (end <= opening.length) return opening === ' ' ? `>${blank.slice(1)}` : blank
  return `${opening}${blank.slice(opening.length, end - 1)}>${blank.slice(end)}`
}
