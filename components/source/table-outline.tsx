import { formatCount } from '@/lib/format/numbers.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { FilingReport, Place } from '@/lib/report.ts'

type Props = { report: FilingReport; hrefOf: (at: Place) => string }
type Entry = { key: string; title: string; at: Place; kind: string | null }

/** The filing's tables in the order they are printed, with their lines; those that are no stratifications say what they are. */
export function TableOutline({ report, hrefOf }: Props) {
  const entries = listTables(report)
  if (entries.length === 0) return null
  return (
    <nav className="source-outline" aria-labelledby="outline-heading">
      <details>
        <summary id="outline-heading">
          {formatCount(entries.length)} {entries.length === 1 ? 'table' : 'tables'} in this filing
        </summary>
        <ol>
          {entries.map(({ key, title, at, kind }) => (
            <li key={key}>
              <a href={hrefOf(at)}>
                <span>
                  {title}
                  {kind && <small> {kind}</small>}
                </span>
                <span>{sayLines(at)}</span>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

function listTables({ stratifications, otherTables }: FilingReport): Entry[] {
  const read = stratifications.map(table => ({
    key: table.id,
    title: titleTable(table),
    at: table.at,
    kind: null,
  }))
  const others = otherTables.map(({ kind, title, at }) => ({
    key: `${kind} ${at.line}:${at.start}`,
    title: title ?? 'Table without a title',
    at,
    kind: kind.replaceAll('-', ' '),
  }))
  return [...read, ...others].sort((a, b) => a.at.line - b.at.line)
}

function sayLines({ line, lastLine }: Place): string {
  return lastLine && lastLine > line ? `${line}–${lastLine}` : `${line}`
}
