import type { ReactNode } from 'react'
import { Items } from '@/components/ledger/issue-list.tsx'
import { StatedFigures } from '@/components/ledger/stated-figures.tsx'
import { TableChecks } from '@/components/ledger/table-checks.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { PageLinks } from '@/components/shell/page-links.tsx'
import { filingHref, listHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { listStatedFigures } from '@/lib/evidence/stated-figures.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { notesList, type ReportPart } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { FilingReport, Place, Printed } from '@/lib/report.ts'
import { ExhibitCards } from './exhibit-card.tsx'
import { Notes } from './footnotes.tsx'
import { GroupTable } from './group-table.tsx'
import { notedPlaces } from './noted-places.ts'
import { certificatesOf, type LinkPlace, linkPlacesOf } from './place-link.ts'

type Props = { deal: DealRecord; part: ReportPart }

/** A page of a list that is too long for the deal's page. */
export function ListView({ deal, part }: Props) {
  const { report, list, number, count } = part
  return (
    <ListPage
      home={filingHref(deal, report.file.sha256)}
      deal={deal}
      list={list}
      page={number}
      count={count}
      title={titleList(report, list)}
    >
      <Entries deal={deal} part={part} />
    </ListPage>
  )
}

type PageProps = {
  /** Address of the page that the list is of: the deal's, or of another filing of it. */
  home: string
  deal: DealRecord
  list: string
  page: number
  count: number
  title: string
  children: ReactNode
}

/** The frame of such a page: what the list is of, and its pages. */
export function ListPage({ home, deal, list, page, count, title, children }: PageProps) {
  const pages = (label: string) => (
    <PageLinks label={label} page={page} count={count} hrefOf={other => listHref(home, list, other)} />
  )
  return (
    <Page className="page ledger">
      <Crumbs trail={[{ name: deal.name, href: home }]} />
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          <p>{count > 1 ? `Page ${formatCount(page)} of ${formatCount(count)}` : deal.name}</p>
        </div>
        <div className="page-actions">
          <a className="button" href={home}>
            <TableIcon />
            Deal page
          </a>
          <CopyLink className="button" />
        </div>
      </div>
      {pages('Pages of the list')}
      {children}
      {pages('Other pages of the list')}
    </Page>
  )
}

const titles = new Map<string, string>(
  Object.entries({
    issues: 'Not read, and why',
    stated: 'Stated against recomputed',
    checks: 'Checks of the filing as a whole',
    exhibits: 'Exhibits',
    items: 'Items',
    underwriters: 'Underwriters',
    groups: 'Loan groups',
  }),
)

/** What a list is called. */
export function titleList({ stratifications: [table] }: FilingReport, list: string): string {
  if (table && list === notesList(table.id)) return `Notes of ${titleTable(table)}`
  return titles.get(list) ?? 'Everything'
}

function Entries({ deal, part: { report, list } }: Props) {
  const link = linkPlacesOf(deal.slug, report.file.sha256)
  const hrefOf = (at: Place) => sourceHref(deal.slug, report.file.sha256, at)
  const [table] = report.stratifications
  switch (list) {
    case 'issues':
      return <Items issues={report.issues} hrefOf={hrefOf} />
    case 'stated':
      return <StatedFigures figures={listStatedFigures(report)} hrefOf={hrefOf} />
    case 'checks':
      return (
        <TableChecks
          table={null}
          report={report}
          checks={report.checks}
          filing={sourceHref(deal.slug, report.file.sha256)}
        />
      )
    case 'groups':
      return (
        <GroupTable
          report={report}
          groups={[]}
          link={link}
          certificateOf={certificatesOf(deal.slug, report.file.sha256)}
          noted={notedPlaces(deal.notes, report.file.sha256)}
        />
      )
    case 'exhibits':
      return (
        <div className="nothing-exhibits">
          <ExhibitCards exhibits={report.deal.exhibits} link={link} />
        </div>
      )
    case 'items':
      return (
        <PrintedList
          link={link}
          printed={report.deal.items.map(({ number, title }) => ({
            value: [number.value, title?.value].filter(Boolean).join(' '),
            at: number.at,
          }))}
        />
      )
    case 'underwriters':
      return <PrintedList link={link} printed={report.deal.underwriters} />
    default:
      return table ? <Notes table={table} link={link} /> : null
  }
}

function PrintedList({ printed, link }: { printed: Printed[]; link: LinkPlace }) {
  return (
    <ul className="ledger-issues">
      {printed.map(({ value, at }) => (
        <li key={`${at.line}:${at.start}`}>
          {value} <a href={link(at).href}>line {at.line}</a>
        </li>
      ))}
    </ul>
  )
}
