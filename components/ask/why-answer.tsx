import { CopyText } from '@/components/sharing/copy-text.tsx'
import { askedOf, askHref } from '@/lib/addresses/ask-address.ts'
import { sayLines, sourceHref } from '@/lib/addresses/place-address.ts'
import { type Asked, type Because, ruleSays } from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { Place } from '@/lib/report.ts'
import type { AskPlace } from './ask-place.ts'

type Tail = Extract<Asked, { kind: 'tail' }>

/** What an answer rests on, each with its lines in the filing, and the answer as a text to take along. */
export function WhyAnswer({
  deal,
  sha256,
  table,
  fileName,
  asked,
}: AskPlace & { fileName: string; asked: Tail }) {
  const { answer, distribution, question, sentence } = asked
  const reasons = answer.because.map(because => reasonOf(because, deal.slug, sha256))
  const origin = `${deal.name}, ${fileName}, ${sayLines(table.at).toLowerCase()}.`
  const address = askHref(deal, sha256, table.id, askedOf(question, distribution.unit))
  return (
    <div className="ask-why">
      <div>
        <h3>Because</h3>
        <ul className="ask-because">
          {reasons.map(({ rule, says, rows, href }) => (
            <li key={rule}>
              {says} {href && <a href={href}>{rows}</a>}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>To cite</h3>
        <p className="ask-cite">
          {sentence} {origin} {address}
        </p>
        <CopyText
          className="button"
          name="Copy with sources"
          lines={[
            { text: sentence },
            ...reasons.map(({ says, rows, href }) => ({ text: href ? `${says} ${rows}:` : says, href })),
            { text: origin, href: address },
          ]}
        />
      </div>
    </div>
  )
}

/** A rule in words, the rows that it was used on, and where they stand in the filing; of all rows nowhere in particular. */
function reasonOf({ rule, rows }: Because, slug: string, sha256: string) {
  const at = spanning(rows.map(row => row.at))
  const names = rows.length === 1 ? `“${rows[0]?.label}”` : `${formatCount(rows.length)} rows`
  return {
    rule,
    says: ruleSays[rule],
    rows: `${names}, ${sayLines(at).toLowerCase()}`,
    href: rule === 'rows-do-not-add-up' ? undefined : sourceHref(slug, sha256, at),
  }
}

/** From the first of some places to the last. */
function spanning(places: readonly Place[]): Place {
  const rising = places.toSorted((a, b) => a.line - b.line || a.start - b.start)
  const [first, last] = [rising[0], rising.at(-1)]
  if (!first || !last) return { line: 1, start: 1, end: 1 }
  const lastLine = last.lastLine ?? last.line
  return lastLine > first.line
    ? { line: first.line, start: first.start, lastLine, end: last.end }
    : { line: first.line, start: first.start, end: last.end }
}
