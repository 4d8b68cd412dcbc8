import { Fragment } from 'react'
import { CopyText } from '@/components/sharing/copy-text.tsx'
import { askedOf, askHref } from '@/lib/addresses/ask-address.ts'
import { sayLines, sourceHref } from '@/lib/addresses/place-address.ts'
import { type Asked, type Because, type Distribution, ruleSays } from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import { nameGroup } from '@/lib/names/loan-groups.ts'
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
  const reasons = answer.because.map(because => reasonOf(because, distribution, { slug: deal.slug, sha256 }))
  const origin = `${deal.name}, ${fileName}, ${sayLines(table.at).toLowerCase()}.`
  const address = askHref(deal, sha256, table.id, askedOf(question, distribution.unit))
  return (
    <div className="ask-why">
      <div>
        <h3>Because</h3>
        <ul className="ask-because">
          {reasons.map(({ rule, says, tables }) => (
            <li key={rule}>
              {says}
              {tables.map(({ rows, href }) => (
                <Fragment key={href}>
                  {' '}
                  <a href={href}>{rows}</a>
                </Fragment>
              ))}
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
            ...reasons.flatMap(({ says, tables: [first, ...others] }) => [
              first ? { text: `${says} ${first.rows}:`, href: first.href } : { text: says },
              ...others.map(({ rows, href }) => ({ text: `${rows}:`, href })),
            ]),
            { text: origin, href: address },
          ]}
        />
      </div>
    </div>
  )
}

type Filing = { slug: string; sha256: string }

/**
 * A rule in words, the rows of each table that it was used on, and where they stand in the filing; of all rows nowhere in
 * particular.
 */
function reasonOf({ rule, rows }: Because, { groups }: Distribution, { slug, sha256 }: Filing) {
  const byTable = rule === 'rows-do-not-add-up' ? [] : [...Map.groupBy(rows, ({ table }) => table)]
  const groupOf = (table: string) =>
    groups?.find(({ distribution }) => distribution.stratification === table)?.loanGroup
  return {
    rule,
    says: ruleSays[rule],
    tables: byTable.map(([table, own]) => {
      const at = spanning(own.map(row => row.at))
      const count = `${formatCount(own.length)} ${own.length === 1 ? 'row' : 'rows'}`
      const group = groupOf(table)
      const many = group ? `${nameGroup(group)}: ${count}` : count
      const names = own.length === 1 ? `“${own[0]?.label}”` : many
      return { rows: `${names}, ${sayLines(at).toLowerCase()}`, href: sourceHref(slug, sha256, at) }
    }),
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
