import './other-tables.css'
import { FileIcon, LinkIcon } from '@/components/shell/icons.tsx'
import { sayLines } from '@/lib/evidence/place-address.ts'
import { toPlainGrid } from '@/lib/evidence/plain-grid.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { OtherTable } from '@/lib/report.ts'
import { PlainTable } from '../table/plain-table.tsx'
import type { LinkPlace } from './place-link.ts'

/** More tables than this are folded, each to its heading; so is a table of more rows than a screen shows. */
const tablesOpen = 6
const rowsOpen = 40
/** So many tables are drawn, so many more are named with their lines; a report of payments can print thousands. */
export const tablesDrawn = 40
const tablesNamed = 200

/** Where the table of this order stands on the page. */
export function otherTableId(index: number): string {
  return `other-table-${index + 1}`
}

/** A table by its title as printed, else by its kind. */
export function titleOther({ title, kind }: OtherTable): string {
  return title ?? `Untitled, ${nameKind(kind)}`
}

/** A kind of table in words: `financial-statement` is a financial statement, `table` is none in particular. */
function nameKind(kind: string): string {
  return kind === 'table' ? 'plain table' : kind.replaceAll('-', ' ')
}

type Props = { tables: OtherTable[]; link: LinkPlace }

/**
 * The filing's other tables as it prints them: what kind each is, why it is no stratification, and its cells in a plain
 * grid. Nothing in them is reckoned with.
 */
export function OtherTables({ tables, link }: Props) {
  if (tables.length === 0) return null
  const drawn = tables.slice(0, tablesDrawn)
  const named = tables.slice(tablesDrawn, tablesDrawn + tablesNamed)
  const left = tables.length - drawn.length - named.length
  return (
    <section className="others" aria-labelledby="other-tables">
      <h2 id="other-tables">
        Other tables <small>{sayKinds(tables)}</small>
      </h2>
      <p>They are shown as printed. None splits a pool, so nothing is reckoned from them.</p>
      {drawn.map((table, index) => (
        <OtherSection
          key={`${table.at.line}:${table.at.start}`}
          id={otherTableId(index)}
          isOpen={tables.length <= tablesOpen && table.rows.length <= rowsOpen}
          {...{ table, link }}
        />
      ))}
      {named.length > 0 && <NamedTables tables={named} link={link} />}
      {left > 0 && (
        <p>
          {formatCount(left)} more are not listed here. The filing shows them where they stand, and the JSON
          of everything read holds their cells.
        </p>
      )}
    </section>
  )
}

/** > 29: plain table 19, financial statement 9, holdings 1 */
function sayKinds(tables: OtherTable[]): string {
  const kinds = [...Map.groupBy(tables, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  const said = kinds.map(([kind, own]) => `${nameKind(kind)} ${formatCount(own.length)}`)
  return `${formatCount(tables.length)}: ${said.join(', ')}`
}

function NamedTables({ tables, link }: Props) {
  return (
    <details className="other-names">
      <summary>{formatCount(tables.length)} more by their lines</summary>
      <ul>
        {tables.map(table => (
          <li key={`${table.at.line}:${table.at.start}`}>
            {titleOther(table)}, {nameKind(table.kind)} <a {...link(table.at)}>{sayLines(table.at)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

type OtherProps = { id: string; isOpen: boolean; table: OtherTable; link: LinkPlace }

function OtherSection({ id, isOpen, table, link }: OtherProps) {
  const { kind, reason, rows, at } = table
  const title = titleOther(table)
  const grid = toPlainGrid(rows)
  const count = grid.body.length
  return (
    <section id={id} className="other" aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>{title}</h3>
        <div className="section-actions">
          <a className="action" {...link(at)}>
            <FileIcon size={14} />
            {sayLines(at)}
          </a>
          <a className="action" href={`#${id}`} aria-label={`Link to ${title}`} data-copy="section">
            <LinkIcon size={14} />
          </a>
        </div>
        <p>
          <b className="other-kind">{nameKind(kind)}</b> {reason}
        </p>
      </header>
      <details open={isOpen}>
        <summary>{count === 1 ? '1 row' : `${count} rows`}</summary>
        <PlainTable title={title} packed={JSON.stringify(grid)} />
      </details>
    </section>
  )
}
