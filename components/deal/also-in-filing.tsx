import './also.css'
import type { FilingReport, Issue, OtherTable } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

type Props = { report: FilingReport; link: LinkPlace }

/** What the filing holds beside its pool tables, and what could not be read of it, each with the way to its line. */
export function AlsoInFiling({ report: { otherTables, issues }, link }: Props) {
  if (otherTables.length + issues.length === 0) return null
  return (
    <section className="also" aria-labelledby="also">
      <h2 id="also">Also in the filing</h2>
      {otherTables.length > 0 && <h3>Other tables, not stratifications</h3>}
      <ul>
        {otherTables.map(table => (
          <OtherTableLine key={`${table.at.line}:${table.at.start}`} table={table} link={link} />
        ))}
      </ul>
      {issues.length > 0 && <h3>Not read, and why</h3>}
      <ul>
        {issues.map(issue => (
          <IssueLine
            key={`${issue.code} ${issue.at?.line}:${issue.at?.start} ${issue.message}`}
            {...{ issue, link }}
          />
        ))}
      </ul>
    </section>
  )
}

function OtherTableLine({ table, link }: { table: OtherTable; link: LinkPlace }) {
  const { title, kind, rows, reason, at } = table
  return (
    <li>
      <b>{title ?? kind.replaceAll('-', ' ')}</b>, {rows.length} rows: {reason}{' '}
      <a {...link(at)}>line {at.line}</a>
    </li>
  )
}

function IssueLine({ issue: { message, at }, link }: { issue: Issue; link: LinkPlace }) {
  return (
    <li>
      {message} {at && <a {...link(at)}>line {at.line}</a>}
    </li>
  )
}
