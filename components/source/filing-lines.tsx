import { Fragment } from 'react'
import { cutLine, type Mark, type Stretch } from '@/lib/layout/mark-line.ts'
import { isInTag, splitTags, tagsOpenAt } from '@/lib/layout/tag-pieces.ts'

type Props = {
  /** Text of consecutive lines, without their line ends. */
  lines: string[]
  /** Number of the first of them. */
  first: number
  marks: Mark[]
  /** Lines to set off softly, inclusive. */
  chosen: { from: number; to: number } | null
  /** Whether each line can be linked to: its number then links to itself. */
  isAddressable: boolean
  /** Whether a line, by its number, is HTML: then its tags stand back behind its words. */
  isHtml: (line: number) => boolean
}

/** The filing as printed, with line numbers. Its text is only ever text. */
export function FilingLines({ lines, first, marks, chosen, isAddressable, isHtml }: Props) {
  const inTag = tagsOpenAt(lines)
  return lines.map((text, index) => {
    const number = first + index
    const isChosen = chosen !== null && number >= chosen.from && number <= chosen.to
    const address = isAddressable ? `L${number}` : undefined
    const hasFigure = cutNear(text, number, marks)?.some(({ role }) => role === 'figure')
    const startsInTag = isHtml(number) ? (inTag[index] ?? false) : null
    return (
      <Fragment key={number}>
        <span
          id={hasFigure ? undefined : address}
          data-line={isChosen ? number : undefined}
          className={lineClass(text, isChosen, startsInTag !== null)}
        >
          {isAddressable ? <a href={`#L${number}`}>{number}</a> : <b>{number}</b>}
          <Text {...{ text, marks, startsInTag, address }} line={number} />
        </span>
        {'\n'}
      </Fragment>
    )
  })
}

/** No filing is set wider than this. Longer lines wrap, and those of markup, where columns mean nothing, always do. */
const widestPrinted = 160

function lineClass(text: string, isChosen: boolean, isMarkup: boolean): string {
  const wraps = isMarkup || text.length > widestPrinted
  return `filing-line${isMarkup ? ' markup' : ''}${isChosen ? ' chosen' : ''}${wraps ? ' wraps' : ''}`
}

type TextProps = {
  text: string
  line: number
  marks: Mark[]
  startsInTag: boolean | null
  /** What leads to the line leads to the figure marked on it, which on a phone may be far to the right. */
  address: string | undefined
}

/** A line cut where marks of it begin and end; null where it is short and has none. */
function cutNear(text: string, line: number, marks: Mark[]): Stretch[] | null {
  const near = marks.filter(({ at }) => line >= at.line && line <= (at.lastLine ?? at.line))
  return near.length === 0 && text.length <= widestPrinted ? null : cutLine(text, line, near)
}

function Text({ text, line, marks, startsInTag, address }: TextProps) {
  const pieces = cutNear(text, line, marks)
  if (pieces === null) return startsInTag === null ? text : <Words text={text} startsInTag={startsInTag} />
  const first = pieces.find(({ role }) => role === 'figure')
  return pieces.map(piece => {
    const { text: stretch, role, start } = piece
    if (role === 'figure')
      return (
        <mark key={start} id={piece === first ? address : undefined}>
          {stretch}
        </mark>
      )
    if (role === 'gap') return <i key={start}>{stretch}</i>
    if (role !== 'plain') return <u key={start}>{stretch}</u>
    if (startsInTag === null) return stretch
    return <Words key={start} text={stretch} startsInTag={isInTag(text, start, startsInTag)} />
  })
}

/** The line is set as tags are, back; its words are lifted out of it, which takes fewer elements. */
function Words({ text, startsInTag }: { text: string; startsInTag: boolean }) {
  const pieces = splitTags(text, startsInTag)
  return pieces.map(({ text, isTag }, index) => {
    const key = `${index} ${isTag}`
    return isTag ? text : <span key={key}>{text}</span>
  })
}
