import { Fragment } from 'react'
import { cutLine, type Mark, type Stretch } from '@/lib/evidence/mark-line.ts'

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
}

/** The filing as printed, with line numbers. Its text is only ever text. */
export function FilingLines({ lines, first, marks, chosen, isAddressable }: Props) {
  return lines.map((text, index) => {
    const number = first + index
    const isChosen = chosen !== null && number >= chosen.from && number <= chosen.to
    return (
      <Fragment key={number}>
        <span
          id={isAddressable ? `L${number}` : undefined}
          data-line={isChosen ? number : undefined}
          className={lineClass(text, isChosen)}
        >
          {isAddressable ? <a href={`#L${number}`}>{number}</a> : <b>{number}</b>}
          <Text text={text} line={number} marks={marks} />
        </span>
        {'\n'}
      </Fragment>
    )
  })
}

/** No filing is set wider than this; a longer line is markup, and wraps. */
const widestPrinted = 160

function lineClass(text: string, isChosen: boolean): string {
  return `filing-line${isChosen ? ' chosen' : ''}${text.length > widestPrinted ? ' wraps' : ''}`
}

function Text({ text, line, marks }: { text: string; line: number; marks: Mark[] }) {
  const near = marks.filter(({ at }) => line >= at.line && line <= (at.lastLine ?? at.line))
  if (near.length === 0 && text.length <= widestPrinted) return text
  return cutLine(text, line, near).map(stretch => <Marked key={stretch.start} {...stretch} />)
}

function Marked({ text, role }: Stretch) {
  if (role === 'figure') return <mark>{text}</mark>
  return role === 'plain' ? text : <u>{text}</u>
}
